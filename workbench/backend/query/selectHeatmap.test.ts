import { createBackendServer, type BackendServer } from '../createBackendServer';
import { askStore } from '../testing/askStore';
import { CPU_TYPE, pushCpu } from '../testing/pushStacks';

const start = 1_700_000_000_000;
const SPANS = ['00000000000000aa', '00000000000000bb'];
const TRACE = '9d816f287576cc9565a515bad3fea1ad';

let backend: BackendServer;

beforeEach(async () => {
  backend = await createBackendServer({ now: () => start + 3_600_000 });
});

afterEach(() => backend.close());

interface Exemplar {
  readonly timestamp: string;
  readonly value: string;
  readonly profileId?: string;
  readonly spanId?: string;
  readonly traceId?: string;
  readonly labels?: ReadonlyArray<{ name: string; value: string }>;
}

interface Heatmap {
  readonly series?: ReadonlyArray<{
    readonly labels?: ReadonlyArray<{ name: string; value: string }>;
    readonly slots: ReadonlyArray<{
      readonly timestamp: string;
      readonly yMin: readonly number[];
      readonly counts: readonly number[];
      readonly exemplars?: readonly Exemplar[];
    }>;
  }>;
}

const question = {
  profileTypeID: CPU_TYPE,
  labelSelector: '{}',
  start,
  end: start + 120_000,
  step: 60,
  queryType: 'HEATMAP_QUERY_TYPE_INDIVIDUAL',
};

async function heatmapOf(more: object = {}) {
  const { series = [] } = await askStore<Heatmap>(backend.url, 'SelectHeatmap', { ...question, ...more });
  return series;
}

/** Slots as seconds after the start, and in each the lower bounds of the buckets that are not empty, with the counts. */
async function cellsOf(more: object = {}) {
  return (await heatmapOf(more)).map(({ labels = [], slots }) => [
    labels.map(({ value }) => value).join(' '),
    slots.map(({ timestamp, yMin, counts }) => [
      (Number(timestamp) - start) / 1000,
      Object.fromEntries(counts.flatMap((count, bucket) => (count > 0 ? [[yMin[bucket], count]] : []))),
    ]),
  ]);
}

async function pushAt(seconds: number, value: number, labels: Readonly<Record<string, string>> = {}, id = '') {
  await pushCpu(backend.store, { time: start + seconds * 1000, labels, stacks: { main: value }, id });
}

test('profiles are counted by time and by twenty sizes, from the smallest to the largest of all', async () => {
  await pushAt(-10, 100);
  await pushAt(10, 100);
  await pushAt(20, 104);
  await pushAt(30, 105);
  await pushAt(90, 200);
  expect(await cellsOf()).toEqual([
    [
      '',
      [
        [0, { 100: 1 }],
        [60, { 100: 2, 105: 1 }],
        [120, { 195: 1 }],
      ],
    ],
  ]);
});

test('what was taken after the last whole step has a slot that ends after the range', async () => {
  await pushAt(70, 1);
  expect(await cellsOf({ end: start + 80_000 })).toEqual([['', [[120, { 1: 1 }]]]]);
});

test('series have the same buckets, and are cut by how many profiles they have', async () => {
  await pushAt(10, 100, { pod: 'a' });
  await pushAt(10, 200, { pod: 'b' });
  await pushAt(70, 200, { pod: 'b' });
  expect(await cellsOf({ groupBy: ['pod'] })).toEqual([
    ['a', [[60, { 100: 1 }]]],
    [
      'b',
      [
        [60, { 195: 1 }],
        [120, { 195: 1 }],
      ],
    ],
  ]);
  expect(await cellsOf({ groupBy: ['pod'], limit: 1 })).toMatchObject([['b', {}]]);
});

test('a profile whose samples have labels counts once, and once in each series that they make', async () => {
  const stack = (endpoint: string, value: number) => ({ frames: ['main'], values: [value], labels: { endpoint } });
  await pushCpu(backend.store, { time: start + 1000, stacks: [stack('/pay', 300), stack('/cart', 100)] });
  const whole = await heatmapOf({ exemplarType: 'EXEMPLAR_TYPE_INDIVIDUAL' });
  expect(whole[0].slots[0].counts.reduce((a, b) => a + b)).toBe(1);
  expect(whole[0].slots[0].exemplars).toMatchObject([{ value: '400' }]);
  expect(whole[0].slots[0].exemplars?.[0].labels?.map(({ name }) => name)).not.toContain('endpoint');
  expect((await cellsOf({ groupBy: ['endpoint'] })).map(([endpoint]) => endpoint)).toEqual(['/cart', '/pay']);
});

test('the largest profile of each cell is its exemplar, without the labels of the series', async () => {
  await pushAt(10, 100, { pod: 'a' }, 'small');
  await pushAt(20, 101, { pod: 'a' }, 'larger');
  await pushAt(30, 200, { pod: 'a', version: '2' }, 'large');
  const [{ slots }] = await heatmapOf({ groupBy: ['pod'], exemplarType: 'EXEMPLAR_TYPE_INDIVIDUAL' });
  expect(slots[0].exemplars).toMatchObject([
    { profileId: 'larger', value: '101', timestamp: String(start + 20_000) },
    { profileId: 'large', value: '200', timestamp: String(start + 30_000) },
  ]);
  const labels = slots[0].exemplars?.[1].labels ?? [];
  expect(labels).toContainEqual({ name: 'version', value: '2' });
  expect(labels.map(({ name }) => name)).not.toContain('pod');
  expect((await heatmapOf())[0].slots[0].exemplars).toBeUndefined();
});

test('spans are counted by what they took in each profile', async () => {
  const stack = (value: number, span?: string) => ({
    frames: ['main', `f${value}`],
    values: [value],
    ...(span === undefined ? {} : { labels: { span_id: span, trace_id: TRACE } }),
  });
  await pushCpu(backend.store, {
    time: start + 1000,
    stacks: [stack(100, SPANS[0]), stack(20, SPANS[0]), stack(300, SPANS[1]), stack(5000)],
  });
  const ofSpans = { queryType: 'HEATMAP_QUERY_TYPE_SPAN', exemplarType: 'EXEMPLAR_TYPE_SPAN' };
  expect(await cellsOf(ofSpans)).toEqual([['', [[60, { 120: 1, 291: 1 }]]]]);
  const [{ slots }] = await heatmapOf(ofSpans);
  expect(slots[0].exemplars).toMatchObject([
    { spanId: SPANS[0], traceId: TRACE, value: '120' },
    { spanId: SPANS[1], traceId: TRACE, value: '300' },
  ]);
  expect(slots[0].exemplars?.[0].profileId).toBeUndefined();
});

test('no profiles make an empty heatmap', async () => {
  expect(await heatmapOf()).toEqual([]);
  await pushAt(10, 100);
  expect(await heatmapOf({ queryType: 'HEATMAP_QUERY_TYPE_SPAN' })).toEqual([]);
});

test.each([
  [{ step: 0 }, /step must be >= 1ms/],
  [{ end: start }, /start time must be before end time/],
  [{ limit: -1 }, /limit must be non-negative/],
  [{ exemplarType: 'EXEMPLAR_TYPE_SPAN' }, /span exemplars only available for span query type/],
  [{ queryType: 'HEATMAP_QUERY_TYPE_UNSPECIFIED' }, /valid heatmap query type must be specified/],
])('%j is refused', async (more, text) => {
  await expect(heatmapOf(more)).rejects.toThrow(text);
});
