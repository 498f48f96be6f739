import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import type { VariableQueryEditorProps } from './VariableQueryEditor';

const Editor = lazy(async () => ({ default: (await import('./VariableQueryEditor')).VariableQueryEditor }));

/** The editor of a variable's query, which a dashboard that is only looked at does not need. */
export function LazyVariableQueryEditor(props: VariableQueryEditorProps) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading editor…" />}>
      <Editor {...props} />
    </Suspense>
  );
}
