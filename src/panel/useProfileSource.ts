import { useEffect, useState } from 'react';
import type { DataSourceRef, ScopedVars } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { profileSourceOf, type ProfileSource } from '../profile/profileSource';

/** What a data source can be asked besides queries; undefined until it is loaded, and where it cannot be. */
export function useProfileSource(
  reference: DataSourceRef | undefined,
  scopedVars: ScopedVars | undefined
): ProfileSource | undefined {
  const key = reference && JSON.stringify([reference.type, reference.uid, scopedVars]);
  const [known, setKnown] = useState<{ readonly key: string; readonly source: ProfileSource | undefined }>();
  useEffect(() => {
    if (key === undefined) {
      return;
    }
    let isWanted = true;
    const [type, uid, vars] = JSON.parse(key) as [string | undefined, string | undefined, ScopedVars | undefined];
    getDataSourceSrv()
      .get({ type, uid }, vars)
      .then(
        (dataSource) => isWanted && setKnown({ key, source: profileSourceOf(dataSource) }),
        // The panel's own query says that there is no such data source; here it only means that there is less to ask.
        () => isWanted && setKnown({ key, source: undefined })
      );
    return () => {
      isWanted = false;
    };
  }, [key]);
  return known !== undefined && known.key === key ? known.source : undefined;
}
