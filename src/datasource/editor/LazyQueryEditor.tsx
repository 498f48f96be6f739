import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import type { ProfilesQueryEditorProps } from './QueryEditor';

const Editor = lazy(async () => ({ default: (await import('./QueryEditor')).QueryEditor }));

/** The query editor, which a dashboard that is only looked at does not need. */
export function LazyQueryEditor(props: ProfilesQueryEditorProps) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading editor…" />}>
      <Editor {...props} />
    </Suspense>
  );
}
