import { createBackendServer, type BackendServer } from './createBackendServer';
import { SEED, seededCpu, seedStore, type SeedTruth } from './seed';
import { askStore } from './testing/askStore';
import { CPU_TYPE } from './testing/pushStacks';

const now = 1_700_000_123_456;

let backend: BackendServer;
let truth: SeedTruth;

beforeAll(async () => {
  backend = await createBackendServer({ now: () => now });
  truth = await seedStore(backend.store, { now });
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
    step: SEED.intervalMs / 1000,
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
  for (const pod of SEED.pods.filter(({ service }) => service !== 'storefront')) {
    const points = series.get(pod.pod);
    expect(points?.size).toBe(SEED.lengthMs / SEED.intervalMs);
    for (const [timestamp, value] of points ?? []) {
      expect(value).toBe(seededCpu(pod, timestamp - SEED.intervalMs, truth));
    }
  }
});

test('the spike is two minutes of one function of one pod', async () => {
  const question = (start: number, end: number) => ({
    profileTypeID: CPU_TYPE,
    labelSelector: `{service_name="${SEED.spike.service}"}`,
    start,
    end,
  });
  const inSpike = await totalOf(SEED.spike.functionName, question(truth.spike.start, truth.spike.end - 1));
  expect(inSpike).toBe(SEED.spike.cores * SEED.spike.lastsMs * 1e6);
  expect(await totalOf(SEED.spike.functionName, question(truth.start, truth.spike.start - 1))).toBe(0);
  expect(await totalOf(SEED.spike.functionName, question(truth.spike.end, truth.end))).toBe(0);
});

test('the leak grows by as much as it says', async () => {
  const series = await seriesOf('memory:inuse_space:bytes:space:bytes', {
    labelSelector: `{service_name="${SEED.leak.service}"}`,
  });
  const values = [...(series.get('')?.values() ?? [])];
  const growth = (SEED.intervalMs / 1000) * SEED.leak.bytesPerSecond;
  expect(values).toEqual(values.map((_, at) => SEED.leak.base + at * growth));
});

test('only the newer version of checkout calls the new function', async () => {
  const question = (version: string) => ({
    profileTypeID: CPU_TYPE,
    labelSelector: `{service_name="checkout", version="${version}"}`,
    start: truth.start,
    end: truth.end,
  });
  expect(await totalOf(SEED.newFunction.functionName, question('1.9.0'))).toBeGreaterThan(0);
  expect(await totalOf(SEED.newFunction.functionName, question('1.8.0'))).toBe(0);
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
