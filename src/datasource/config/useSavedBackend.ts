import { getDataSourceSrv } from '@grafana/runtime';
import { useEffect, useState } from 'react';
import type { EditorDataSource } from '../editor/editorDataSource';

/** What the backend has, as its saved settings reach it. Empty where it does not answer: nothing depends on it. */
export interface SavedBackend {
  readonly labelNames?: readonly string[];
  readonly profileTypes: readonly string[];
}

const unknown: SavedBackend = { profileTypes: [] };

/** Asks the backend of the saved data source once, so that what is entered can be held against what is there. */
export function useSavedBackend(uid: string | undefined): SavedBackend {
  const [backend, setBackend] = useState(unknown);
  useEffect(() => {
    let isWanted = true;
    findBackend(uid).then(
      (found) => {
        if (isWanted) {
          setBackend(found);
        }
      },
      // Settings are entered before anything works; "Save & test" says what is wrong.
      () => undefined
    );
    return () => {
      isWanted = false;
    };
  }, [uid]);
  return backend;
}

async function findBackend(uid: string | undefined): Promise<SavedBackend> {
  // There is none before Grafana has started, as in tests.
  const service = getDataSourceSrv() as ReturnType<typeof getDataSourceSrv> | undefined;
  if (uid === undefined || uid === '' || service === undefined) {
    return unknown;
  }
  const dataSource: object = await service.get(uid);
  if (!isOurs(dataSource)) {
    return unknown;
  }
  const { suggestions } = dataSource;
  const scope = dataSource.labelScope('{}', undefined, undefined);
  const [labelNames, profileTypes] = await Promise.all([
    suggestions.labelNames(scope),
    suggestions.profileTypes(scope),
  ]);
  return { labelNames, profileTypes };
}

/** By shape: the settings page may have loaded the bundle anew. */
function isOurs(dataSource: object): dataSource is EditorDataSource {
  return 'suggestions' in dataSource && 'labelScope' in dataSource;
}
