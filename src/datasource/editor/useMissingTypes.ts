import type { TimeRange } from '@grafana/data';
import { useEffect, useState } from 'react';
import type { ProfilesDataSource } from '../ProfilesDataSource';
import { findMissingTypes } from './missingTypes';
import type { MissingTypes } from './profileTypeOptions';

/** What `findMissingTypes` finds; undefined until it is found, and where it cannot be. */
export function useMissingTypes(
  datasource: ProfilesDataSource,
  service: string,
  range: TimeRange | undefined
): MissingTypes | undefined {
  const [missing, setMissing] = useState<MissingTypes>();
  useEffect(() => {
    let isWanted = true;
    setMissing(undefined);
    findMissingTypes(datasource, service, range).then(
      (found) => isWanted && setMissing(found),
      // The fields that list types and services show the failure when they are opened.
      () => undefined
    );
    return () => {
      isWanted = false;
    };
  }, [datasource, service, range]);
  return missing;
}
