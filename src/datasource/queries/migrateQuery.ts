import { PROFILE_QUERY_VERSION } from '../../profile/profileQuery';
import type { ProfilesQuery } from '../profilesQuery';

/**
 * A saved query in today's shape. Takes what Grafana's own Pyroscope data source saves, which has no version, and fields
 * that somebody wrote by hand in a provisioned dashboard: a single text where a list belongs, a number in quotes.
 * Fields that we do not know are kept. A query of a later version is left as it is.
 */
export function migrateQuery(saved: ProfilesQuery): ProfilesQuery {
  if ((saved.schemaVersion ?? 0) >= PROFILE_QUERY_VERSION) {
    return saved;
  }
  const query: ProfilesQuery = { ...saved, schemaVersion: PROFILE_QUERY_VERSION };
  for (const name of LISTS) {
    const value: unknown = saved[name];
    if (value === null || value === '') {
      delete query[name];
    } else if (typeof value === 'string') {
      query[name] = value.split(',').map((each) => each.trim());
    }
  }
  for (const name of ['limit', 'maxNodes'] as const) {
    const value: unknown = saved[name];
    if (value === null || value === '') {
      delete query[name];
    } else if (typeof value === 'string' && Number.isFinite(Number(value))) {
      query[name] = Number(value);
    }
  }
  return query;
}

const LISTS = ['groupBy', 'otherProfileTypeIds', 'spanSelector', 'traceIdSelector', 'profileIdSelector'] as const;
