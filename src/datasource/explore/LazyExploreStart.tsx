import type { QueryEditorHelpProps } from '@grafana/data';
import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import type { ProfilesDataSource } from '../ProfilesDataSource';
import type { ProfilesQuery } from '../profilesQuery';

const Start = lazy(async () => ({ default: (await import('./ExploreStart')).ExploreStart }));

/** The start page, which dashboards do not need. Grafana gives the data source without its type. */
export function LazyExploreStart({ datasource, onClickExample }: QueryEditorHelpProps<ProfilesQuery>) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading examples…" />}>
      <Start datasource={datasource as unknown as ProfilesDataSource} onClickExample={onClickExample} />
    </Suspense>
  );
}
