import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import type { AnnotationQueryEditorProps } from './AnnotationQueryEditor';

const Editor = lazy(async () => ({ default: (await import('./AnnotationQueryEditor')).AnnotationQueryEditor }));

/** The editor of an annotation's query, which a dashboard that is only looked at does not need. */
export function LazyAnnotationQueryEditor(props: AnnotationQueryEditorProps) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading editor…" />}>
      <Editor {...props} />
    </Suspense>
  );
}
