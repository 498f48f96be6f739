import { CoreApp, dateTime, type DataSourceInstanceSettings } from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { ProfilesDataSource } from '../ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery } from '../profilesQuery';
import { fakeBackend, process } from '../testing/fakeBackend';
import { queryPreview } from './queryPreview';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const WALL = 'wall:wall:nanoseconds:cpu:nanoseconds';
const MEMORY = 'memory:inuse_space:bytes:space:bytes';
const START = 1_795_240_800_000;
const HOUR = 3_600_000;
/** As for a panel that is 1,000 px wide. */
const STEP = 60_000;

const sent = { from: START + 5_000, to: START + HOUR, every: 15_000 };
const uploads = ['a', 'b', 'c'].flatMap((pod, at) =>
  [CPU, WALL, MEMORY].flatMap((type) =>
    process({ ...sent, type, labels: { service_name: 'cart', pod }, picture: `main ${15 * (at + 1)}` })
  )
);

/** What a query of a range that has not ended is said to ask, and what it then asks: the first time, and once the upload interval is known. */
async function compare(query: Partial<ProfilesQuery>) {
  const backend = fakeBackend(uploads);
  const heatmaps: unknown[] = [];
  const client = {
    ...backend.client,
    selectHeatmap: async (question: unknown) => {
      heatmaps.push(question);
      return { bucketMins: new Float64Array(), series: [] };
    },
  };
  const source = new ProfilesDataSource(
    { jsonData: {}, url: '', uid: 'p' } as DataSourceInstanceSettings<ProfilesOptions>,
    { client, templates: { replace: (text = '') => text, getVariables: () => [] }, now: () => START + HOUR }
  );
  // Off the grid of steps, as ranges are.
  const [from, to] = [dateTime(START + 22_000), dateTime(START + HOUR)];
  const range = { from, to, raw: { from: 'now-1h', to: 'now' } };
  const asks = { refId: 'A', labelSelector: '{service_name="cart"}', profileTypeId: CPU, ...query };
  const resolution = { intervalMs: STEP, maxDataPoints: 1000 };
  const preview = () =>
    queryPreview(asks, { defaultType: CPU, usualMaxNodes: 8192, range, step: source.stepOf(asks, resolution, range) });
  const ask = async () => {
    backend.asked.length = heatmaps.length = 0;
    const request = { targets: [asks], range, scopedVars: {}, app: CoreApp.Explore, timezone: 'utc', startTime: 0 };
    await lastValueFrom(source.query({ ...request, ...resolution, requestId: '', interval: '' }));
    const count = (name: string) => backend.asked.filter(({ method }) => method === name).length;
    const graphs = count('mergeStacktraces') + 2 * count('diff');
    return { series: count('selectSeries'), graphs, heatmaps: heatmaps.length };
  };
  const [first, askedFirst] = [preview(), await ask()];
  return { first, askedFirst, next: preview(), askedNext: await ask() };
}

const numberBefore = (text: string, noun: RegExp) =>
  Number(new RegExp(String.raw`(\d+) (?:${noun.source})`).exec(text)?.[1] ?? 0);

test.each<[string, Partial<ProfilesQuery>]>([
  ['both', {}],
  ['both, of levels', { profileTypeId: MEMORY }],
  ['series', { queryType: 'metrics' }],
  ['series of two types', { queryType: 'metrics', otherProfileTypeIds: [WALL] }],
  ['the largest and the rest', { queryType: 'metrics', groupBy: ['pod'], limit: 1, includeRest: true }],
  [
    'the largest and the rest of levels',
    { queryType: 'metrics', profileTypeId: MEMORY, groupBy: ['pod'], limit: 1, includeRest: true },
  ],
  ['series with exemplars', { queryType: 'metrics', includeExemplars: true }],
  ['series with exemplars of spans', { queryType: 'metrics', includeExemplars: true, heatmapType: 'span' }],
  ['both with a heatmap', { includeHeatmap: true }],
  ['a flame graph', { queryType: 'profile' }],
  ['a flame graph of levels', { queryType: 'profile', profileTypeId: MEMORY }],
  ['a flame graph of two types', { queryType: 'profile', otherProfileTypeIds: [WALL] }],
  ['a comparison', { queryType: 'diff', baseline: { shift: '1m' } }],
  ['a comparison of levels', { queryType: 'diff', baseline: { shift: '1m' }, profileTypeId: MEMORY }],
  ['functions', { queryType: 'functions' }],
  ['functions of levels', { queryType: 'functions', profileTypeId: MEMORY }],
  ['a heatmap', { queryType: 'heatmap' }],
  ['exemplars', { queryType: 'exemplars' }],
])('as many requests are announced as are sent: %s', async (_, query) => {
  const { next, askedNext } = await compare(query);
  expect({
    series: numberBefore(next, /series requests?/),
    graphs: numberBefore(next, /flame graphs?|profiles?/),
    heatmaps: numberBefore(next, /heatmap requests?/),
  }).toEqual(askedNext);
  expect(next).not.toContain('small ones');
});

test.each<[string, Partial<ProfilesQuery>, boolean]>([
  ['series', { queryType: 'metrics' }, true],
  [
    'a type that the service does not send',
    { queryType: 'metrics', profileTypeId: 'block:delay:nanoseconds:a:b' },
    true,
  ],
  ['a flame graph of levels', { queryType: 'profile', profileTypeId: MEMORY }, true],
  ['a flame graph', { queryType: 'profile' }, false],
])('small ones that find the upload interval are spoken of where there are some: %s', async (_, query, hasSome) => {
  const { first, askedFirst } = await compare(query);
  expect(/; before them a few small ones to find the upload interval$/.test(first)).toBe(hasSome);
  expect(askedFirst.series > numberBefore(first, /series requests?/)).toBe(hasSome);
});

test('a flame graph of each value takes one for each, and a series request to know which', async () => {
  const { next, askedNext } = await compare({ queryType: 'profile', groupProfileBy: 'pod', limit: 2 });
  expect(next).toMatch(/: 1 series request, 1 flame graph of ≤ 8,192 nodes for each pod, at most 2, and for the rest$/);
  expect(askedNext).toEqual({ series: 1, graphs: 3, heatmaps: 0 });
});

test('functions over time take a profile a step', async () => {
  const { next, askedNext } = await compare({ queryType: 'functions', functions: { as: 'series' } });
  expect(next).toMatch(/step 1m: 1 series request, 1 profile of ≤ 8,192 nodes for each step$/);
  expect(askedNext.series).toBe(1);
});

test('a step is told to the second', async () => {
  const { first, next } = await compare({ queryType: 'metrics' });
  expect([first, next].map((text) => /step [^:]+/.exec(text)?.[0])).toEqual(['step about 1m', 'step 1m']);
});

test('over more than a day, each request may be several', () => {
  const preview = (days: number) => {
    const [from, to] = [dateTime(START - days * 24 * HOUR), dateTime(START)];
    const range = { from, to, raw: { from, to } };
    return queryPreview({ refId: 'A' }, { defaultType: CPU, usualMaxNodes: 8192, range, step: undefined });
  };
  expect(preview(2)).toContain('nodes, in parts where the backend answers less at once; before them');
  expect(preview(1)).not.toContain('in parts');
});
