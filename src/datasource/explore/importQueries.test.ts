import { AbstractLabelOperator, type AbstractQuery, type DataQuery, type DataSourceApi } from '@grafana/data';
import { exportQueries } from './exportQueries';
import { importQueries } from './importQueries';

const labels = { names: ['service_name', 'pod', 'k8s_namespace_name', 'region'], services: ['checkout', 'cart'] };

/** A data source of logs or metrics whose queries select by these. */
function exporting(...labelMatchers: AbstractQuery['labelMatchers']) {
  return {
    type: 'loki',
    exportToAbstractQueries: async (queries: DataQuery[]) => queries.map(({ refId }) => ({ refId, labelMatchers })),
  } as unknown as DataSourceApi;
}

const tempo = { type: 'tempo' } as unknown as DataSourceApi;
const { Equal, NotEqual, EqualRegEx } = AbstractLabelOperator;

async function selectorOf(origin: DataSourceApi, query: Partial<DataQuery> & Record<string, unknown> = {}) {
  const [imported, ...others] = await importQueries([{ refId: 'A', ...query }], origin, () => Promise.resolve(labels));
  expect(others).toEqual([]);
  expect(imported).toMatchObject({ refId: 'A', queryType: 'both' });
  return imported.labelSelector;
}

test('labels of logs and metrics are taken over with their operators, if profiles have them', async () => {
  const origin = exporting(
    { name: 'pod', operator: EqualRegEx, value: 'cart-.*' },
    { name: 'region', operator: NotEqual, value: 'eu "west"' },
    { name: 'level', operator: Equal, value: 'error' }
  );
  expect(await selectorOf(origin)).toBe('{pod=~"cart-.*", region!="eu \\"west\\""}');
});

test('a label that names a service under another name names it here', async () => {
  expect(await selectorOf(exporting({ name: 'app', operator: Equal, value: 'checkout' }))).toBe(
    '{service_name="checkout"}'
  );
  expect(await selectorOf(exporting({ name: 'app', operator: Equal, value: 'nginx' }))).toBe('{}');
  expect(
    await selectorOf(
      exporting(
        { name: 'service_name', operator: Equal, value: 'cart' },
        { name: 'app', operator: Equal, value: 'checkout' }
      )
    )
  ).toBe('{service_name="cart"}');
});

test('resource attributes of traces become labels', async () => {
  const query =
    '{resource.service.name="checkout" && .k8s.namespace.name=~`shop|pay` && duration > 2s && span.pod="x"}';
  expect(await selectorOf(tempo, { query })).toBe('{service_name="checkout", k8s_namespace_name=~"shop|pay"}');
  expect(await selectorOf(tempo, { query: '{resource.service.name="a"} || {resource.service.name="b"}' })).toBe('{}');
  expect(await selectorOf(tempo, { query: 'b4d7f9a3' })).toBe('{}');
});

test("filters of the search for traces become labels, and a span's own do not", async () => {
  const filters = [
    { id: '1', tag: 'service.name', operator: '=', value: ['checkout', 'a.b'], scope: 'resource' },
    { id: '2', tag: 'region', operator: '!=', value: 'eu' },
    { id: '3', tag: 'pod', operator: '=', value: 'x', scope: 'span' },
    { id: '4', tag: 'region', operator: '>', value: '5' },
  ];
  expect(await selectorOf(tempo, { filters })).toBe('{service_name=~"checkout|a\\\\.b", region!="eu"}');
});

test("queries of Grafana's own data source for profiles are taken as they are", async () => {
  const own = { type: 'grafana-pyroscope-datasource' } as unknown as DataSourceApi;
  const query = {
    refId: 'B',
    profileTypeId: 'a:b:count:d:e',
    labelSelector: '{pod="x"}',
    groupBy: ['pod'],
    queryType: 'metrics',
  };
  expect(await importQueries([query], own, () => Promise.resolve(labels))).toEqual([expect.objectContaining(query)]);
});

test('a backend that does not answer is changed to all the same', async () => {
  const origin = exporting({ name: 'pod', operator: Equal, value: 'x' });
  expect(await importQueries([{ refId: 'A' }], origin, () => Promise.reject(new Error('down')))).toEqual([
    { refId: 'A', queryType: 'both', labelSelector: '{}' },
  ]);
});

test('what we export, logs can take over', () => {
  expect(
    exportQueries([
      { refId: 'A', labelSelector: '{service_name="cart", pod!~"x|y", __profile_type__="a"}' },
      { refId: 'B', labelSelector: '{oops' },
      { refId: 'C' },
    ])
  ).toEqual([
    {
      refId: 'A',
      labelMatchers: [
        { name: 'service_name', operator: Equal, value: 'cart' },
        { name: 'pod', operator: AbstractLabelOperator.NotEqualRegEx, value: 'x|y' },
      ],
    },
    { refId: 'B', labelMatchers: [] },
    { refId: 'C', labelMatchers: [] },
  ]);
});
