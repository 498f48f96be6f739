import { createBackendServer, type BackendServer } from '../createBackendServer';
import { askStore } from '../testing/askStore';
import { CPU_TYPE, pushCpu } from '../testing/pushStacks';

const start = 1_700_000_000_000;
const range = { start: start - 1000, end: start + 1000 };

let backend: BackendServer;

beforeAll(async () => {
  backend = await createBackendServer({ now: () => start + 3_600_000 });
  const push = (time: number, labels: Readonly<Record<string, string>>) =>
    pushCpu(backend.store, { time, labels, stacks: { main: 1 } });
  await push(start, { service_name: 'checkout', pod: 'a', 'k8s.node': 'n1' });
  await push(start, { service_name: 'checkout', pod: 'b' });
  await push(start, { service_name: 'cart', pod: 'c' });
  await push(start - 60_000, { service_name: 'gone', pod: 'z' });
});

afterAll(() => backend.close());

const PRIVATE = [
  '__name__',
  '__period_type__',
  '__period_unit__',
  '__profile_type__',
  '__service_name__',
  '__type__',
  '__unit__',
];

test('profile types are told by id and parts', async () => {
  expect(await askStore(backend.url, 'ProfileTypes', range)).toEqual({
    profileTypes: [
      {
        ID: CPU_TYPE,
        name: 'process_cpu',
        sampleType: 'cpu',
        sampleUnit: 'nanoseconds',
        periodType: 'cpu',
        periodUnit: 'nanoseconds',
      },
    ],
  });
});

test('label names of any characters are told only to clients that can read them', async () => {
  const names = [...PRIVATE, 'pod', 'service_name'];
  expect(await askStore(backend.url, 'LabelNames', range)).toEqual({ names });
  const response = await fetch(`${backend.url}/querier.v1.QuerierService/LabelNames`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: '*/*; allow-utf8-labelnames=true' },
    body: JSON.stringify(range),
  });
  expect(await response.json()).toEqual({ names: [...PRIVATE, 'k8s.node', 'pod', 'service_name'] });
});

test('label values are of series that fit and have a profile in the range', async () => {
  const valuesOf = (name: string, more: object = {}) =>
    askStore(backend.url, 'LabelValues', { ...range, name, ...more });
  expect(await valuesOf('pod')).toEqual({ names: ['a', 'b', 'c'] });
  expect(await valuesOf('pod', { matchers: ['{service_name="checkout"}', '{pod!="a"}'] })).toEqual({ names: ['b'] });
  expect(await valuesOf('no_such_label')).toEqual({});
  expect(await valuesOf('service_name', { start: 0, end: 0 })).toEqual({ names: ['cart', 'checkout', 'gone'] });
});

test('series are told by the labels that were asked for, each set once', async () => {
  expect(await askStore(backend.url, 'Series', { ...range, labelNames: ['service_name', '__profile_type__'] })).toEqual(
    {
      labelsSet: ['cart', 'checkout'].map((service) => ({
        labels: [
          { name: '__profile_type__', value: CPU_TYPE },
          { name: 'service_name', value: service },
        ],
      })),
    }
  );
  const all = await askStore<{ labelsSet: Array<{ labels: Array<{ name: string }> }> }>(backend.url, 'Series', {
    ...range,
    matchers: ['{pod="a"}'],
  });
  expect(all.labelsSet.map(({ labels }) => labels.map(({ name }) => name))).toEqual([
    [...PRIVATE, 'pod', 'service_name'],
  ]);
});

test('the stats tell the first and last profile', async () => {
  expect(await askStore(backend.url, 'GetProfileStats', {})).toEqual({
    dataIngested: true,
    oldestProfileTime: String(start - 60_000),
    newestProfileTime: String(start),
  });
});
