import { createBackendServer, type BackendServer } from '../../workbench/backend/createBackendServer';
import { SHOP, pushedCpu, pushShop, type ShopTruth } from './pushShop';
import { askStore } from '../../workbench/backend/testing/askStore';
import { CPU_TYPE } from '../../workbench/backend/testing/pushStacks';

const now = 1_700_000_123_456;

let backend: BackendServer;
let truth: ShopTruth;

beforeAll(async () => {
  backend = await createBackendServer({ now: () => now });
  truth = await pushShop(backend.store, { now });
}, 60_000);

afterAll(() => backend.close());

interface Series {
  readonly labels?: ReadonlyArray<{ name: string; value: string }>;
  readonly points: ReadonlyArray<{ value: number; timestamp: string }>;
}

async function seriesOf(profileTypeID: string, question: object): Promise<Map<string, Map<number, number>>> {
  const { series } = await askStore<{ series: Series[] }>(backend.url, 'SelectSeries', {
    profileTypeID,
    labelSelector: '{}',
    start: truth.start,
    end: truth.end,
    step: SHOP.intervalMs / 1000,
    ...question,
  });
  return new Map(
    series.map(({ labels = [], points }) => [
      labels.map(({ value }) => value).join(' '),
      new Map(points.map(({ timestamp, value }) => [Number(timestamp), value])),
    ])
  );
}

test('every pod shows the CPU that it was made to use, in every step, the spike too', async () => {
  const series = await seriesOf(CPU_TYPE, { groupBy: ['pod'] });
  for (const pod of SHOP.pods.filter(({ service }) => service !== 'storefront')) {
    const points = series.get(pod.pod);
    expect(points?.size).toBe(SHOP.lengthMs / SHOP.intervalMs);
    for (const [timestamp, value] of points ?? []) {
      expect(value).toBe(pushedCpu(pod, timestamp - SHOP.intervalMs, truth));
    }
  }
});

test('the spike is two minutes of one function of one pod', async () => {
  const question = (start: number, end: number) => ({
    profileTypeID: CPU_TYPE,
    labelSelector: `{service_name="${SHOP.spike.service}"}`,
    start,
    end,
  });
  const inSpike = await totalOf(SHOP.spike.functionName, question(truth.spike.start, truth.spike.end - 1));
  expect(inSpike).toBe(SHOP.spike.cores * SHOP.spike.lastsMs * 1e6);
  expect(await totalOf(SHOP.spike.functionName, question(truth.start, truth.spike.start - 1))).toBe(0);
  expect(await totalOf(SHOP.spike.functionName, question(truth.spike.end, truth.end))).toBe(0);
});

test('the leak grows by as much as it says', async () => {
  const series = await seriesOf('memory:inuse_space:bytes:space:bytes', {
    labelSelector: `{service_name="${SHOP.leak.service}"}`,
  });
  const values = [...(series.get('')?.values() ?? [])];
  const growth = (SHOP.intervalMs / 1000) * SHOP.leak.bytesPerSecond;
  expect(values).toEqual(values.map((_, at) => SHOP.leak.base + at * growth));
});

test('only the newer version of checkout calls the new function', async () => {
  const question = (version: string) => ({
    profileTypeID: CPU_TYPE,
    labelSelector: `{service_name="checkout", version="${version}"}`,
    start: truth.start,
    end: truth.end,
  });
  expect(await totalOf(SHOP.newFunction.functionName, question('1.9.0'))).toBeGreaterThan(0);
  expect(await totalOf(SHOP.newFunction.functionName, question('1.8.0'))).toBe(0);
});

test('there are types of Go, Java and Node.js', async () => {
  const { profileTypes } = await askStore<{ profileTypes: Array<{ ID: string }> }>(backend.url, 'ProfileTypes', {});
  expect(profileTypes.map(({ ID }) => ID)).toEqual(
    expect.arrayContaining([
      'goroutines:goroutine:count:goroutine:count',
      'memory:alloc_in_new_tlab_bytes:bytes:space:bytes',
      'memory:alloc_space:bytes:space:bytes',
      'memory:inuse_space:bytes:inuse_space:bytes',
      'memory:inuse_space:bytes:space:bytes',
      CPU_TYPE,
      'wall:cpu:nanoseconds:wall:nanoseconds',
      'wall:wall:nanoseconds:wall:nanoseconds',
    ])
  );
});

/** Sum of the totals of a function, which none of its callers is. */
async function totalOf(name: string, question: object): Promise<number> {
  const { flamegraph } = await askStore<{ flamegraph: { names: string[]; levels: Array<{ values: string[] }> } }>(
    backend.url,
    'SelectMergeStacktraces',
    question
  );
  const index = String(flamegraph.names.indexOf(name));
  return flamegraph.levels
    .flatMap(({ values }) => values.filter((_, at) => at % 4 === 1 && values[at + 2] === index))
    .reduce((sum, value) => sum + Number(value), 0);
}
