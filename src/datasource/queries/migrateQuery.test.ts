import type { ProfilesQuery } from '../profilesQuery';
import { migrateQuery } from './migrateQuery';

/** Saved by Grafana 12.2's own data source, from a dashboard's JSON. */
const builtIn = {
  refId: 'A',
  datasource: { type: 'grafana-pyroscope-datasource', uid: 'pyroscope' },
  groupBy: ['pod'],
  labelSelector: '{service_name="checkout"}',
  profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  queryType: 'profile',
  spanSelector: [],
  maxNodes: 4096,
} as ProfilesQuery;

test("a query of Grafana's own data source only gains the version", () => {
  expect(migrateQuery(builtIn)).toEqual({ ...builtIn, schemaVersion: 1 });
});

test('what somebody wrote by hand is put into the right shape', () => {
  const saved = { refId: 'A', groupBy: 'pod, region', limit: '5', maxNodes: '', spanSelector: null };
  expect(migrateQuery(saved as unknown as ProfilesQuery)).toEqual({
    refId: 'A',
    groupBy: ['pod', 'region'],
    limit: 5,
    schemaVersion: 1,
  });
});

test('a variable in a field for numbers is kept for interpolation', () => {
  expect(migrateQuery({ refId: 'A', limit: '$top' } as unknown as ProfilesQuery).limit).toBe('$top');
});

test('fields that we do not know are kept', () => {
  const saved = { refId: 'A', somethingNew: { deep: [1] } } as unknown as ProfilesQuery;
  expect(migrateQuery(saved)).toMatchObject({ somethingNew: { deep: [1] } });
});

test('migrating twice changes nothing more, and a later version is left alone', () => {
  const once = migrateQuery(builtIn);
  expect(migrateQuery(once)).toBe(once);
  const later = { refId: 'A', schemaVersion: 99, groupBy: 'pod' } as unknown as ProfilesQuery;
  expect(migrateQuery(later)).toBe(later);
});

test('the saved query itself is not touched', () => {
  const saved = Object.freeze({ refId: 'A', groupBy: Object.freeze(['pod']) });
  expect(() => migrateQuery(saved as unknown as ProfilesQuery)).not.toThrow();
});
