import { dateTime, type AdHocVariableFilter, type DataSourceInstanceSettings } from '@grafana/data';
import { ProfilesDataSource } from '../ProfilesDataSource';
import type { ProfilesOptions } from '../profilesQuery';
import { addAdHocFilters } from '../queries/adHocMatchers';
import { fakeBackend, process } from '../testing/fakeBackend';
import { fakeTemplates } from '../testing/fakeTemplates';

const START = 1_795_240_800_000;
const filter = (key: string, operator: string, value: string, values?: string[]): AdHocVariableFilter => ({
  key,
  operator,
  value,
  values,
});

test.each<[AdHocVariableFilter, string]>([
  [filter('pod', '=', 'a "b"'), 'pod="a \\"b\\""'],
  [filter('pod', '!=', 'a'), 'pod!="a"'],
  [filter('pod', '=~', 'a.*'), 'pod=~"a.*"'],
  [filter('pod', '!~', 'a|b'), 'pod!~"a|b"'],
  [filter('pod', '=|', 'a.b', ['a.b', 'c']), 'pod=~"a\\\\.b|c"'],
  [filter('pod', '!=|', 'a', ['a', 'c']), 'pod!~"a|c"'],
  [filter('k8s.pod', '=', ''), '"k8s.pod"=""'],
])('the filter %j is added as %s', (each, matcher) => {
  expect(addAdHocFilters('{region="eu"}', [each])).toBe(`{region="eu", ${matcher}}`);
});

test('what the query says of the same label stays, and an unfinished filter narrows nothing', () => {
  expect(addAdHocFilters('{pod="a"}', [filter('pod', '=', 'b'), filter('', '=', '')])).toBe('{pod="a", pod="b"}');
});

test('an operator that labels cannot have is said', () => {
  expect(() => addAdHocFilters('{}', [filter('pod', '<', '5')])).toThrow(/"pod < 5" cannot be used/);
});

describe('what filters offer', () => {
  const uploads = [
    ...process({
      type: 'a:b:count:d:e',
      labels: { service_name: 'cart', region: 'eu' },
      from: START,
      to: START + 60_000,
      every: 15_000,
      picture: 'main 1',
    }),
    ...process({
      type: 'a:b:count:d:e',
      labels: { service_name: 'pay', zone: 'z' },
      from: START,
      to: START + 60_000,
      every: 15_000,
      picture: 'main 1',
    }),
  ];
  const [from, to] = [dateTime(START), dateTime(START + 60_000)];
  const timeRange = { from, to, raw: { from, to } };
  const dataSource = () =>
    new ProfilesDataSource({ jsonData: {}, url: '', uid: 'p' } as DataSourceInstanceSettings<ProfilesOptions>, {
      client: fakeBackend(uploads).client,
      templates: fakeTemplates({}),
      now: () => START + 60_000,
    });

  test('labels go with the other filters', async () => {
    const all = await dataSource().getTagKeys({ filters: [], timeRange });
    expect(all.map(({ value }) => value)).toEqual(['region', 'service_name', 'zone']);
    const some = await dataSource().getTagKeys({ filters: [filter('service_name', '=', 'cart')], timeRange });
    expect(some.map(({ value }) => value)).toEqual(['region', 'service_name']);
  });

  test('values go with the other filters, but not with the one that is being chosen', async () => {
    const filters = [filter('service_name', '=', 'cart')];
    expect(
      (await dataSource().getTagValues({ key: 'service_name', filters, timeRange })).map(({ value }) => value)
    ).toEqual(['cart', 'pay']);
    expect((await dataSource().getTagValues({ key: 'region', filters, timeRange })).map(({ value }) => value)).toEqual([
      'eu',
    ]);
  });
});
