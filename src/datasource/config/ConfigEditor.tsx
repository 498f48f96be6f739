import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import type { ConfigEditorProps } from './configEditorProps';

const ConfigForm = lazy(async () => ({ default: (await import('./ConfigForm')).ConfigForm }));

/** The settings page, which few people open and no dashboard needs. */
export function ConfigEditor(props: ConfigEditorProps) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading settings…" />}>
      <ConfigForm {...props} />
    </Suspense>
  );
}
