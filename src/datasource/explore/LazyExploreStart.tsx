import type { QueryEditorHelpProps } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import type { ProfilesQuery } from '../profilesQuery';
import { panesWith } from './explorePanes';
import type { EditorDataSource } from '../editor/editorDataSource';

const Start = lazy(async () => ({ default: (await import('./ExploreStart')).ExploreStart }));

/** The start page, which dashboards do not need. Grafana gives the data source without its type. */
export function LazyExploreStart({ datasource, query, onClickExample }: QueryEditorHelpProps<ProfilesQuery>) {
  const ours = datasource as unknown as EditorDataSource;
  const run = (example: ProfilesQuery) => {
    const chosen = { ...example, refId: query.refId, datasource: datasource.getRef() };
    const panes = panesWith(datasource.uid, chosen);
    // It closes the help. Explore runs what is in its address only if it does not show it already.
    onClickExample(panes === undefined ? chosen : query);
    if (panes !== undefined) {
      locationService.partial({ panes });
    }
  };
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading examples…" />}>
      <Start datasource={ours} onClickExample={run} />
    </Suspense>
  );
}
