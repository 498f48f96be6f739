import { createBackendServer, type BackendServer } from '../createBackendServer';
import { askStore } from '../testing/askStore';
import { CPU_TYPE, pushCpu } from '../testing/pushStacks';

const start = 1_700_000_000_000;
const SECOND = 1_000_000_000;

let backend: BackendServer;

beforeEach(async () => {
  backend = await createBackendServer({ now: () => start + 3_600_000 });
});

afterEach(() => backend.close());

interface Series {
  readonly labels?: ReadonlyArray<{ name: string; value: string }>;
  readonly points: ReadonlyArray<{ value: number; timestamp: string }>;
}

/** Each series as its label values, and its points as seconds after the start and values in seconds of CPU. */
async function seriesOf(question: object) {
  const { series = [] } = await askStore<{ series?: Series[] }>(backend.url, 'SelectSeries', {
    profileTypeID: CPU_TYPE,
    labelSelector: '{}',
    start,
    ...question,
  });
  return series.map(({ labels = [], points }) => [
    labels.map(({ value }) => value).join(' '),
    points.map(({ timestamp, value }) => [(Number(timestamp) - start) / 1000, value / SECOND]),
  ]);
}

async function pushAt(seconds: number, cpuSeconds: number, labels: Readonly<Record<string, string>> = {}) {
  await pushCpu(backend.store, { time: start + seconds * 1000, labels, stacks: { main: cpuSeconds * SECOND } });
}

test('a point is the sum of what was taken in the step that ends there, and an empty step has none', async () => {
  for (const [seconds, cpu] of [
    [-10, 1],
    [0, 2],
    [1, 4],
    [30, 8],
    [31, 16],
    [60.0005, 32],
    [120, 64],
  ]) {
    await pushAt(seconds, cpu);
  }
  expect(await seriesOf({ end: start + 120_000, step: 30 })).toEqual([
    [
      '',
      [
        [0, 3],
        [30, 12],
        [60, 48],
        [120, 64],
      ],
    ],
  ]);
});

test('the first step takes in the moment at which it begins, as a real Pyroscope was seen to do', async () => {
  await pushAt(-30, 1);
  await pushAt(-30.001, 2);
  expect(await seriesOf({ end: start, step: 30 })).toEqual([['', [[0, 1]]]]);
});

test('what was taken after the last whole step is in no point', async () => {
  await pushAt(50, 1);
  await pushAt(70, 2);
  expect(await seriesOf({ end: start + 80_000, step: 60 })).toEqual([['', [[60, 1]]]]);
});

test('series are split by labels, come largest first, and are cut by the limit', async () => {
  await pushAt(10, 1, { pod: 'a', region: 'eu' });
  await pushAt(10, 2, { pod: 'b', region: 'us' });
  await pushAt(10, 4, { pod: 'c', region: 'us' });
  await pushAt(10, 8);
  const question = { end: start + 15_000, step: 15, groupBy: ['region', 'pod'] };
  expect(await seriesOf(question)).toEqual([
    ['', [[15, 8]]],
    ['us c', [[15, 4]]],
    ['us b', [[15, 2]]],
    ['eu a', [[15, 1]]],
  ]);
  expect(await seriesOf({ ...question, groupBy: ['region'], limit: 2 })).toEqual([
    ['', [[15, 8]]],
    ['us', [[15, 6]]],
  ]);
});

test('a selector chooses series, and a step may be a fraction of a second', async () => {
  await pushAt(0.2, 1, { pod: 'a' });
  await pushAt(0.2, 2, { pod: 'b' });
  expect(await seriesOf({ labelSelector: '{pod=~"a|c"}', end: start + 1000, step: 0.25 })).toEqual([['', [[0.25, 1]]]]);
});

test('samples with labels of their own are series of their own', async () => {
  const stack = (endpoint: string | undefined, seconds: number) => ({
    frames: ['main'],
    values: [seconds * SECOND],
    ...(endpoint === undefined ? {} : { labels: { endpoint } }),
  });
  await pushCpu(backend.store, {
    time: start + 1000,
    labels: { pod: 'a' },
    stacks: [stack('/pay', 3), stack('/cart', 1), stack('/pay', 2), stack(undefined, 10)],
  });
  expect(await seriesOf({ end: start + 15_000, step: 15, groupBy: ['endpoint', 'pod'] })).toEqual([
    ['a', [[15, 10]]],
    ['/pay a', [[15, 5]]],
    ['/cart a', [[15, 1]]],
  ]);
});

test('the largest profile of a point is its exemplar, if exemplars are asked for', async () => {
  await pushCpu(backend.store, { time: start + 1000, labels: { pod: 'a' }, stacks: { main: 5 }, id: 'small' });
  await pushCpu(backend.store, { time: start + 2000, labels: { pod: 'a' }, stacks: { main: 7 }, id: 'large' });
  await pushCpu(backend.store, { time: start + 20_000, labels: { pod: 'b' }, stacks: { main: 1 }, id: 'late' });
  const question = { profileTypeID: CPU_TYPE, labelSelector: '{}', start, end: start + 30_000, step: 15 };
  const exemplarsOf = async (more: object) => {
    type Answer = { series: Array<{ points: Array<{ exemplars?: unknown[] }> }> };
    const { series } = await askStore<Answer>(backend.url, 'SelectSeries', { ...question, ...more });
    return series.flatMap(({ points }) => points.map(({ exemplars }) => exemplars));
  };
  expect(await exemplarsOf({ exemplarType: 'EXEMPLAR_TYPE_INDIVIDUAL' })).toMatchObject([
    [{ profileId: 'large', value: '7', timestamp: String(start + 2000) }],
    [{ profileId: 'late', value: '1' }],
  ]);
  expect(await exemplarsOf({})).toEqual([undefined, undefined]);
});
