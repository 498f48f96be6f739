import type { TimeRange } from '@grafana/data';
import { useEffect, useState } from 'react';
import { defaultProfileType, USUAL_PROFILE_TYPE } from '../answers/defaultProfileType';
import type { EditorDataSource } from './editorDataSource';

/** The profile type of a query that names none, as `query()` chooses it; the usual one until that is known. */
export function useDefaultProfileType(dataSource: EditorDataSource, range: TimeRange | undefined): string {
  const [type, setType] = useState(USUAL_PROFILE_TYPE);
  useEffect(() => {
    let isWanted = true;
    dataSource.suggestions.profileTypes(dataSource.labelScope('{}', undefined, range)).then(
      (types) => isWanted && setType(defaultProfileType(types, dataSource.preferredType)),
      // The picker shows the failure when it is opened, and the query when it runs.
      () => undefined
    );
    return () => {
      isWanted = false;
    };
  }, [dataSource, range]);
  return type;
}
