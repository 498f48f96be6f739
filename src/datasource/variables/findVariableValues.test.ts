import { dateTime, type DataQueryRequest, type DataSourceInstanceSettings, type MetricFindValue } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { ProfilesDataSource } from '../ProfilesDataSource';
import type { ProfilesOptions, ProfilesVariableQuery } from '../profilesQuery';
import { fakeBackend, process } from '../testing/fakeBackend';
import { fakeTemplates } from '../testing/fakeTemplates';
import type { ProfilesVariableSupport } from './ProfilesVariableSupport';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const HEAP = 'memory:inuse_space:bytes:inuse_space:bytes';
const START = 1_795_240_800_000;

function service(service_name: string, region: string, type: string, from = START) {
  return process({
    type,
    labels: { service_name, region },
    from,
    to: from + 60_000,
    every: 15_000,
    picture: `
      main      10
        parse    3
        render   6
          parse  2`,
  });
}

const uploads = [
  ...service('cart', 'eu', CPU),
  ...service('cart', 'us', HEAP),
  ...service('shop.v2', 'us', CPU),
  ...service('pay', 'asia', HEAP),
  ...service('old', 'eu', CPU, START - 3_600_000),
];

interface Options {
  readonly variables?: Readonly<Record<string, string | string[]>>;
  /** Minutes before the uploads begin. */
  readonly since?: number;
}

async function values(query: Partial<ProfilesVariableQuery>, { variables = {}, since = 1 }: Options = {}) {
  const dataSource = new ProfilesDataSource(
    { jsonData: {}, url: '', uid: 'p' } as DataSourceInstanceSettings<ProfilesOptions>,
    { client: fakeBackend(uploads).client, templates: fakeTemplates(variables), now: () => START + 60_000 }
  );
  const [from, to] = [dateTime(START - since * 60_000), dateTime(START + 60_000)];
  const request = { targets: [{ refId: 'v', ...query }], range: { from, to, raw: { from, to } }, scopedVars: {} };
  const support = dataSource.variables as ProfilesVariableSupport;
  const { data } = await lastValueFrom(support.query(request as unknown as DataQueryRequest<ProfilesVariableQuery>));
  return (data as unknown as MetricFindValue[]).map(({ value }) => value);
}

test('services, of those profiles alone that the variable names', async () => {
  expect(await values({ type: 'service' })).toEqual(['cart', 'pay', 'shop.v2']);
  expect(await values({ type: 'service', labelSelector: '{region="us"}' })).toEqual(['cart', 'shop.v2']);
  expect(await values({ type: 'service', profileTypeId: HEAP })).toEqual(['cart', 'pay']);
});

test('the time range is the one that Grafana gives', async () => {
  expect(await values({ type: 'service' }, { since: 120 })).toContain('old');
});

test('profile types of a service, by their names and ids', async () => {
  expect(await values({ type: 'profileType', labelSelector: '{service_name="pay"}' })).toEqual([HEAP]);
  expect(await values({ type: 'profileType' })).toEqual([CPU, HEAP]);
});

test("what Grafana's own data source saved lists the same", async () => {
  expect(await values({ type: 'label', profileTypeId: CPU })).toEqual(['region', 'service_name']);
  expect(await values({ type: 'labelValue', profileTypeId: CPU, labelName: 'service_name' })).toEqual([
    'cart',
    'shop.v2',
  ]);
  expect(await values({})).toEqual([CPU, HEAP]);
});

test('one variable narrows the next, with one value or several, which are escaped', async () => {
  const regions = { type: 'labelValue', labelName: 'region', labelSelector: '{service_name=~"$service"}' } as const;
  expect(await values(regions, { variables: { service: 'shop.v2' } })).toEqual(['us']);
  expect(await values(regions, { variables: { service: ['cart', 'pay'] } })).toEqual(['asia', 'eu', 'us']);
  // As a regular expression, the dot of "shop.v2" would be any character.
  expect(
    await values(
      { ...regions, labelSelector: '{service_name="$service"}' },
      { variables: { service: ['shop.v2', 'pay'] } }
    )
  ).toEqual(['asia', 'us']);
});

test('a profile type and a label may be variables, of several values too', async () => {
  const variables = { types: [CPU, HEAP], type: [HEAP], label: ['region', 'service_name'] };
  expect(await values({ type: 'service', profileTypeId: '$types' }, { variables })).toEqual(['cart', 'pay', 'shop.v2']);
  expect(await values({ type: 'service', profileTypeId: '${type}' }, { variables })).toEqual(['cart', 'pay']);
  expect(
    await values({ type: 'labelValue', labelName: '$label', labelSelector: '{region="asia"}' }, { variables })
  ).toEqual(['asia', 'pay']);
});

test('functions come largest first, by what is spent in them or with all that they call', async () => {
  const query = { type: 'function', profileTypeId: CPU, labelSelector: '{service_name="cart"}' } as const;
  expect(await values(query)).toEqual(['parse', 'render', 'main']);
  expect(await values({ ...query, by: 'total' })).toEqual(['main', 'render', 'parse']);
  expect(await values({ ...query, limit: 1 })).toEqual(['parse']);
  expect(await values({ ...query, functionName: '^(main|render)$' })).toEqual(['render', 'main']);
});

test('functions of a variable without a profile type are those of CPU', async () => {
  expect(await values({ type: 'function', labelSelector: '{service_name="cart"}' })).toContain('main');
  expect(await values({ type: 'function', labelSelector: '{service_name="pay"}' })).toContain('main');
});

test('a name of functions that is no regular expression is said', async () => {
  await expect(values({ type: 'function', functionName: '(' })).rejects.toThrow(/"\(", is no regular expression/);
});

test('values of no label are none', async () => {
  expect(await values({ type: 'labelValue' })).toEqual([]);
});
