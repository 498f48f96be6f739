import type { TimeRange } from '@grafana/data';
import { useEffect, useState } from 'react';
import { findMissingTypes } from './missingTypes';
import type { MissingTypes } from './profileTypeOptions';
import type { EditorDataSource } from './editorDataSource';

/** What `findMissingTypes` finds; undefined until it is found, and where it cannot be. */
export function useMissingTypes(
  datasource: EditorDataSource,
  service: string,
  range: TimeRange | undefined
): MissingTypes | undefined {
  const [found, setFound] = useState<{ service: string; missing: MissingTypes | undefined }>();
  useEffect(() => {
    let isWanted = true;
    findMissingTypes(datasource, service, range).then(
      (missing) => isWanted && setFound({ service, missing }),
      // The fields that list types and services show the failure when they are opened.
      () => undefined
    );
    return () => {
      isWanted = false;
    };
  }, [datasource, service, range]);
  // While a page refreshes itself, what was found a moment ago stays.
  return found?.service === service ? found.missing : undefined;
}
