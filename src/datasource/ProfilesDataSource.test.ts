import {
  CoreApp,
  dateTime,
  LoadingState,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceInstanceSettings,
} from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { ProblemError } from '../base/problem';
import { epochMs } from '../base/units';
import { frameToCallTree } from '../frames/frameToCallTree';
import { pyrolensMeta } from '../frames/frameMeta';
import { profileSourceOf } from '../profile/profileSource';
import { callTreeToText, picture } from '../profile/textProfile';
import type { FullPyroscopeClient } from '../pyroscope/client';
import { ProfilesDataSource } from './ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery } from './profilesQuery';
import { fakeBackend, process } from './testing/fakeBackend';
import type { ProfilesVariableSupport } from './variables/ProfilesVariableSupport';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const MEMORY = 'memory:inuse_space:bytes:space:bytes';
const START = 1_795_240_800_000;
const HOUR = 3_600_000;

const cart = { service_name: 'cart', region: 'eu' };
const shop = { service_name: 'shop', region: 'us' };
const range = { from: START, to: START + HOUR };
/** When processes upload: not at the edge of anything. */
const sent = { from: START + 5_000, to: START + HOUR };
const uploads = [
  ...process({ ...sent, type: CPU, labels: cart, every: 15_000, picture: 'main 15000000000\n  pay 6000000000' }),
  ...process({ ...sent, type: CPU, labels: shop, every: 15_000, picture: 'main 30000000000' }),
  ...process({ ...sent, type: MEMORY, labels: cart, every: 15_000, picture: 'main 64' }),
];

const settings = { jsonData: {}, url: '', uid: 'p' } as DataSourceInstanceSettings<ProfilesOptions>;
const templates = { replace: (text = '') => text.replaceAll('$service', 'cart'), getVariables: () => [] };

function dataSource(client: FullPyroscopeClient, jsonData: ProfilesOptions = {}) {
  return new ProfilesDataSource({ ...settings, jsonData }, { client, templates, now: () => START + HOUR });
}

function request(
  targets: Array<Partial<ProfilesQuery> & { refId: string }>,
  more: Partial<DataQueryRequest<ProfilesQuery>> = {}
): DataQueryRequest<ProfilesQuery> {
  const [from, to] = [dateTime(START), dateTime(START + HOUR)];
  return {
    targets,
    range: { from, to, raw: { from, to } },
    intervalMs: 15_000,
    scopedVars: {},
    app: CoreApp.Dashboard,
    requestId: 'Q1',
    interval: '15s',
    timezone: 'utc',
    startTime: 0,
    ...more,
  };
}

function answer(client: FullPyroscopeClient, ...args: Parameters<typeof request>): Promise<DataQueryResponse> {
  return lastValueFrom(dataSource(client).query(request(...args)));
}

const valuesOf = (frame: DataFrame) => frame.fields[1].values as unknown as number[];

test('one query gives the flame graph and the time series of the same data', async () => {
  const { data, errors } = await answer(fakeBackend(uploads).client, [
    { refId: 'A', profileTypeId: CPU, labelSelector: '{service_name="$service"}' },
  ]);
  expect(errors).toBeUndefined();
  const [profile, series, ...others] = data as DataFrame[];
  expect(others).toEqual([]);
  expect(profile.name).toBe('CPU of cart');
  expect(callTreeToText(frameToCallTree(profile))).toBe(
    picture(`
      main  3600000000000
        pay 1440000000000`)
  );
  expect(pyrolensMeta(profile)).toMatchObject({
    kind: 'profile',
    title: 'CPU of cart',
    question: { profileTypeId: CPU, labelSelector: '{service_name="cart"}', ...range },
  });
  expect(series.fields[1].config.unit).toBe('cores');
  expect(new Set(valuesOf(series))).toEqual(new Set([1]));
  expect(pyrolensMeta(series)).toMatchObject({
    kind: 'series',
    stepMs: 15_000,
    partialFirst: false,
    partialLast: false,
  });
});

test('a step is partial where the range cuts it, and not where a series begins or stops', async () => {
  const stopped = process({
    ...{ type: CPU, labels: cart, every: 15_000, picture: 'main 15000000000' },
    ...{ from: START + 20 * 60_000, to: START + 40 * 60_000 },
  });
  const [from, to] = [dateTime(START + 7_000), dateTime(START + HOUR - 7_000)];
  const partial = async (held: typeof uploads) => {
    const target = { refId: 'A', queryType: 'metrics', profileTypeId: CPU, labelSelector: '{region="eu"}' };
    const { data } = await answer(fakeBackend(held).client, [target], { range: { from, to, raw: { from, to } } });
    return pyrolensMeta((data as DataFrame[])[0]);
  };
  expect(await partial(uploads)).toMatchObject({ partialFirst: true, partialLast: true });
  expect(await partial(stopped)).toMatchObject({ partialFirst: false, partialLast: false });
});

test('a series of several knows the flame graph of its own group', async () => {
  const { data } = await answer(fakeBackend(uploads).client, [
    { refId: 'A', queryType: 'metrics', profileTypeId: CPU, labelSelector: '{}', groupBy: ['region', 'zone'] },
  ]);
  expect((data as DataFrame[]).map((frame) => [frame.name, valuesOf(frame)[5]])).toEqual([
    ['us, no zone', 2],
    ['eu, no zone', 1],
  ]);
  expect(pyrolensMeta((data as DataFrame[])[1])?.question.labelSelector).toBe('{region="eu", zone=""}');
});

test('memory is an average, in the series and in the flame graph, which says of how many snapshots', async () => {
  const { data } = await answer(fakeBackend(uploads).client, [{ refId: 'A', profileTypeId: MEMORY }], {
    intervalMs: 60_000,
  });
  const [profile, series] = data as DataFrame[];
  expect(frameToCallTree(profile).total[0]).toBeCloseTo(64, 9);
  expect(pyrolensMeta(profile)).toMatchObject({ averagedOver: 240 });
  expect(new Set(valuesOf(series))).toEqual(new Set([64]));
});

test('a query that fails leaves the others their frames, and says in its own name what is wrong', async () => {
  const { data, errors } = await answer(fakeBackend(uploads).client, [
    { refId: 'A', queryType: 'profile', profileTypeId: CPU },
    { refId: 'B', queryType: 'profile', profileTypeId: CPU, labelSelector: '{service_name=' },
    { refId: 'C', queryType: 'profile', profileTypeId: MEMORY },
  ]);
  expect((data as DataFrame[]).map(({ refId }) => refId)).toEqual(['A', 'C']);
  expect(errors).toHaveLength(1);
  expect(errors?.[0]).toMatchObject({ refId: 'B' });
  expect(errors?.[0].message).toContain('label selector cannot be read at its character 15');
});

test('series that fail leave the flame graph, with the sentence for people and the words of the backend', async () => {
  const { client } = fakeBackend(uploads);
  const problem = {
    kind: 'rate-limited',
    sentence: 'Wait a moment.',
    detail: 'too many requests',
    status: 429,
  } as const;
  const broken = { ...client, selectSeries: () => Promise.reject(new ProblemError(problem)) };
  const { data, errors } = await answer(broken, [{ refId: 'A', profileTypeId: CPU }]);
  expect((data as DataFrame[]).map(({ name }) => name)).toEqual(['CPU']);
  expect(errors).toEqual([
    {
      refId: 'A',
      message: 'Wait a moment.',
      status: 429,
      data: { message: 'Wait a moment.', error: 'too many requests' },
    },
  ]);
});

test('what fails in both parts for one reason is said once', async () => {
  const { client } = fakeBackend(uploads);
  const gone = () => Promise.reject(new ProblemError({ kind: 'unreachable', sentence: 'Cannot be reached.' }));
  const { errors } = await answer({ ...client, selectSeries: gone, mergeStacktraces: gone, labelNames: gone }, [
    { refId: 'A', profileTypeId: CPU },
  ]);
  expect(errors?.map(({ message }) => message)).toEqual(['Cannot be reached.']);
});

test('hidden queries are not asked', async () => {
  const backend = fakeBackend(uploads);
  const { data } = await answer(backend.client, [{ refId: 'A', hide: true, profileTypeId: CPU }]);
  expect(data).toEqual([]);
  expect(backend.asked).toEqual([]);
});

test('a query without a profile type shows the default one', async () => {
  const { data } = await answer(fakeBackend(uploads).client, [{ refId: 'A', queryType: 'profile' }]);
  expect((data as DataFrame[])[0].name).toBe('CPU');
});

test('nothing found is no data and no error', async () => {
  const { data, errors } = await answer(fakeBackend(uploads).client, [
    { refId: 'A', profileTypeId: CPU, labelSelector: '{service_name="nope"}' },
  ]);
  expect([data, errors]).toEqual([[], undefined]);
});

test('an empty range is refused in words', async () => {
  const from = dateTime(START);
  const { errors } = await answer(fakeBackend(uploads).client, [{ refId: 'A', profileTypeId: CPU }], {
    range: { from, to: from, raw: { from, to: from } },
  });
  expect(errors?.[0].message).toContain('time range is empty');
});

test('panels that ask the same at the same time ask the backend once', async () => {
  const backend = fakeBackend(uploads);
  const source = dataSource(backend.client);
  const target = { refId: 'A', profileTypeId: CPU, labelSelector: '{service_name="cart"}' };
  await Promise.all(
    ['Q1', 'Q2', 'Q3'].map((requestId) => lastValueFrom(source.query(request([target], { requestId }))))
  );
  const counted = backend.asked.map(({ method }) => method);
  expect(counted.filter((method) => method === 'mergeStacktraces')).toHaveLength(1);
  // The probe for the upload interval, and the series themselves.
  expect(counted.filter((method) => method === 'selectSeries')).toHaveLength(2);
});

test('unsubscribing cancels what was asked, but not what another panel still waits for', async () => {
  const signals: AbortSignal[] = [];
  const { client } = fakeBackend(uploads);
  const waiting: FullPyroscopeClient = {
    ...client,
    mergeStacktraces: (_, signal) => {
      signals.push(signal);
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    },
  };
  const source = dataSource(waiting);
  const ask = () => source.query(request([{ refId: 'A', queryType: 'profile', profileTypeId: CPU }])).subscribe();
  const [first, second] = [ask(), ask()];
  await new Promise((resolve) => setTimeout(resolve));
  expect(signals).toHaveLength(1);
  first.unsubscribe();
  expect(signals[0].aborted).toBe(false);
  second.unsubscribe();
  expect(signals[0].aborted).toBe(true);
});

test('in Explore, series with a flame graph go to our panel, and series alone to the graph', async () => {
  const { client } = fakeBackend(uploads);
  const panelOf = async (queryType: string) => {
    const { data } = await answer(client, [{ refId: 'A', queryType, profileTypeId: CPU }], { app: CoreApp.Explore });
    return (data as DataFrame[]).map(({ meta }) => meta?.preferredVisualisationPluginId);
  };
  expect(await panelOf('both')).toEqual(['pyrolens-flamegraph-panel', 'pyrolens-flamegraph-panel']);
  expect(await panelOf('metrics')).toEqual([undefined]);
});

test('a panel asks for another range, in another bundle, and gets averages as well', async () => {
  const source = profileSourceOf(dataSource(fakeBackend(uploads).client));
  const question = { profileTypeId: MEMORY, labelSelector: '{}', from: START + 600_000, to: START + 1_200_000 };
  const { tree, averagedOver } = await source!.profile(question as never, new AbortController().signal);
  expect(tree.total[0]).toBeCloseTo(64, 9);
  expect(averagedOver).toBe(40);
});

test('ad hoc filters narrow the query', async () => {
  const { data } = await answer(
    fakeBackend(uploads).client,
    [{ refId: 'A', queryType: 'profile', profileTypeId: CPU }],
    {
      filters: [{ key: 'region', operator: '=', value: 'us' }],
    }
  );
  expect(callTreeToText(frameToCallTree((data as DataFrame[])[0]))).toBe('main 7200000000000');
});

test('ad hoc filters are suggested, scoped by the others', async () => {
  const source = dataSource(fakeBackend(uploads).client);
  const filters = [
    { key: 'region', operator: '=', value: 'us' },
    { key: 'service_name', operator: '=', value: 'cart' },
  ];
  expect(await source.getTagKeys()).toEqual([
    { text: 'region', value: 'region' },
    { text: 'service_name', value: 'service_name' },
  ]);
  expect(await source.getTagValues({ key: 'service_name', filters })).toEqual([{ text: 'shop', value: 'shop' }]);
});

test.each([
  [{ type: 'service' }, ['cart', 'shop']],
  [{ type: 'service', labelSelector: '{region="us"}' }, ['shop']],
  [{ type: 'label' }, ['region', 'service_name']],
  [{ type: 'labelValue', labelName: 'region', labelSelector: '{service_name="$service"}' }, ['eu']],
  [{ type: 'labelValue', labelName: 'region', profileTypeId: MEMORY }, ['eu']],
  [{ type: 'labelValue' }, []],
  [{ type: 'profileType' }, [CPU, MEMORY]],
  [{ type: 'profileType', labelSelector: '{service_name="shop"}' }, [CPU]],
  // Grafana's own data source saves it so.
  [{ type: 'profileType', labelSelector: '{}' }, [CPU, MEMORY]],
] as const)('a variable %p has the values %p', async (query, values) => {
  const source = dataSource(fakeBackend(uploads).client);
  const found = await source.metricFindQuery({ refId: 'v', ...query });
  expect(found.map(({ value }) => value)).toEqual(values);
});

test('Grafana asks for a variable without `this`', async () => {
  const { query } = dataSource(fakeBackend(uploads).client).variables as ProfilesVariableSupport;
  const { data } = await lastValueFrom(query({ ...request([]), targets: [{ refId: 'v', type: 'profileType' }] }));
  expect(data).toEqual([
    { text: 'CPU', value: CPU },
    { text: 'In-use space', value: MEMORY },
  ]);
});

test('Explore takes over a dashboard query with its variables and filters put in', () => {
  const source = dataSource(fakeBackend([]).client);
  const query = { refId: 'A', labelSelector: '{service_name="$service"}', future: 1 } as ProfilesQuery;
  expect(
    source.interpolateVariablesInQueries([query], {}, [{ key: 'region', operator: '=', value: 'eu' }])[0]
  ).toMatchObject({ refId: 'A', future: 1, labelSelector: '{service_name="cart", region="eu"}' });
});

test('a default query has more than a name, and no version that would hide that a saved query has none', () => {
  const query = dataSource(fakeBackend([]).client).getDefaultQuery();
  expect(Object.keys(query).length).toBeGreaterThan(0);
  expect(query).not.toHaveProperty('schemaVersion');
});

test('a query is one line in the history', () => {
  const source = dataSource(fakeBackend([]).client);
  const query = { refId: 'A', profileTypeId: CPU, labelSelector: '{service_name="cart"}', groupBy: ['pod'] };
  expect(source.getQueryDisplayText(query)).toBe('CPU {service_name="cart"} by pod');
  expect(source.getQueryDisplayText({ refId: 'A' })).toBe('Profiles {}');
});

test.each([
  [{ queryType: 'functions', functions: { as: 'series' as const } }, 'Functions over time: CPU {}'],
  [{ queryType: 'heatmap', heatmapType: 'span' as const }, 'Heatmap of spans: CPU {}'],
  [{ queryType: 'exemplars' }, 'Single profiles: CPU {}'],
  [{ queryType: 'diff', baseline: { shift: '1d', service: 'cart' } }, 'CPU {} compared with 1d earlier of cart'],
  [{ otherProfileTypeIds: [MEMORY], groupProfileBy: 'pod' }, 'CPU + In-use space {} by pod'],
])('%p is told apart from the others in the history', (query, line) => {
  const source = dataSource(fakeBackend([]).client);
  expect(source.getQueryDisplayText({ refId: 'A', profileTypeId: CPU, ...query })).toBe(line);
});

test('the health check asks the backend', async () => {
  expect(await dataSource(fakeBackend(uploads).client).testDatasource()).toMatchObject({ status: 'success' });
});

test('an answer is one packet, done when all are there', async () => {
  const packets: DataQueryResponse[] = [];
  const source = dataSource(fakeBackend(uploads).client);
  await source
    .query(
      request([
        { refId: 'A', profileTypeId: CPU },
        { refId: 'B', profileTypeId: MEMORY },
      ])
    )
    .forEach((packet) => void packets.push(packet));
  expect(packets).toHaveLength(1);
  expect(packets[0].state ?? LoadingState.Done).toBe(LoadingState.Done);
});

describe('settings', () => {
  const ask = async (jsonData: ProfilesOptions, target: Partial<ProfilesQuery>, intervalMs = 15_000) => {
    const backend = fakeBackend(uploads);
    const { data, errors } = await lastValueFrom(
      dataSource(backend.client, jsonData).query(
        request([{ refId: 'A', profileTypeId: CPU, ...target }], { intervalMs })
      )
    );
    return { frames: data as DataFrame[], said: errors?.map(({ message }) => message), asked: backend.asked };
  };

  test('a query for every service is refused before it is asked, where a selector is required', async () => {
    const { frames, said, asked } = await ask({ requiresSelector: true }, { labelSelector: '{}' });
    expect([frames, asked]).toEqual([[], []]);
    expect(said).toEqual([expect.stringContaining('does not answer for every service at once')]);
    expect((await ask({ requiresSelector: true }, { labelSelector: '{service_name="cart"}' })).frames).toHaveLength(2);
  });

  test('a range that is longer than allowed is refused', async () => {
    expect((await ask({ longestRange: '30m' }, {})).said).toEqual([expect.stringContaining('(30m)')]);
  });

  test('a baseline is held to the same limits', async () => {
    const baseline = { from: String(START - 9 * HOUR), to: String(START) };
    const { said, asked } = await ask({ longestRange: '2h' }, { queryType: 'diff', baseline });
    expect(said).toEqual([expect.stringContaining('(2h)')]);
    expect(asked).toEqual([]);
  });

  test('a time series has the shortest step that is allowed', async () => {
    const { frames } = await ask({ minStep: '2m' }, { queryType: 'metrics' });
    expect(pyrolensMeta(frames[0])).toMatchObject({ stepMs: 120_000 });
  });

  test('a flame graph has the most nodes that the settings say, unless the query says', async () => {
    const nodes = async (target: Partial<ProfilesQuery>) => {
      const { asked } = await ask({ maxNodes: 99 }, { queryType: 'profile', ...target });
      return asked.filter(({ method }) => method === 'mergeStacktraces').map(({ question }) => question);
    };
    expect(await nodes({})).toMatchObject([{ maxNodes: 99 }]);
    expect(await nodes({ maxNodes: 7 })).toMatchObject([{ maxNodes: 7 }]);
  });
});

test('a backend without heatmaps and exemplars leaves the other frames, and one sentence for each', async () => {
  const { client } = fakeBackend(uploads);
  const capabilities = { facts: async () => ({}), supports: async () => 'no' as const };
  const source = new ProfilesDataSource(settings, { client, capabilities, templates, now: () => START + HOUR });
  const target = { refId: 'A', profileTypeId: CPU, includeHeatmap: true, includeExemplars: true };
  const { data, errors } = await lastValueFrom(source.query(request([target])));
  expect((data as DataFrame[]).map(({ name }) => name)).toEqual(['CPU', 'CPU']);
  expect(errors?.map(({ message }) => message)).toEqual([
    'This backend has no heatmaps, which need the newer storage of Pyroscope (v2): ask for a time series.',
    'This backend does not name single profiles: update it, or leave exemplars out of the query.',
  ]);
});

test('a selector that the backend passes over is refused, rather than answered with the whole profile', async () => {
  const backend = fakeBackend(uploads);
  const capabilities = { facts: async () => ({}), supports: async () => 'no' as const };
  const source = new ProfilesDataSource(settings, {
    client: backend.client,
    capabilities,
    templates,
    now: () => START + HOUR,
  });
  const target = { refId: 'A', queryType: 'profile', profileTypeId: CPU, traceIdSelector: ['0'.repeat(32)] };
  const { data, errors } = await lastValueFrom(source.query(request([target])));
  expect(data).toEqual([]);
  expect(errors?.[0].message).toContain('cannot select the profiles of single traces');
  expect(backend.asked).toEqual([]);
});

test('where the backend cannot compare, both sides are asked for', async () => {
  const backend = fakeBackend(uploads);
  const refuse = () => Promise.reject(new ProblemError({ kind: 'unsupported', sentence: 'No comparisons here.' }));
  const target = { refId: 'A', queryType: 'diff', profileTypeId: CPU, labelSelector: '{region="us"}' };
  const baseline = { service: 'cart', labelSelector: '{region="eu"}' };
  const ask = async (client: FullPyroscopeClient) =>
    (await answer(client, [{ ...target, baseline }])).data as DataFrame[];
  const [[apart], [together]] = [await ask({ ...backend.client, diff: refuse }), await ask(backend.client)];
  expect(callTreeToText(frameToCallTree(apart))).toBe(
    picture(`
      main  3600000000000 -> 7200000000000
        pay 1440000000000 -> 0`)
  );
  expect(callTreeToText(frameToCallTree(together))).toBe(callTreeToText(frameToCallTree(apart)));
});

test('profile types that count different things are not added up', async () => {
  const { data, errors } = await answer(fakeBackend(uploads).client, [
    { refId: 'A', profileTypeId: CPU, otherProfileTypeIds: [MEMORY] },
  ]);
  expect(data).toEqual([]);
  expect(errors?.[0].message).toContain('CPU and In-use space cannot be added up');
});

test('functions over time are asked for a few at a time, and no more once nobody waits', async () => {
  const { client } = fakeBackend(uploads);
  const waiting: AbortSignal[] = [];
  const slow: FullPyroscopeClient = {
    ...client,
    mergeStacktraces: (_, signal) => {
      waiting.push(signal);
      return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    },
  };
  const target = { refId: 'A', queryType: 'functions', functions: { as: 'series' as const }, profileTypeId: CPU };
  const subscription = dataSource(slow)
    .query(request([target]))
    .subscribe();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(waiting).toHaveLength(4);
  subscription.unsubscribe();
  await new Promise((resolve) => setTimeout(resolve));
  expect(waiting.map(({ aborted }) => aborted)).toEqual([true, true, true, true]);
});

test('throttling is marked beside the series, where the query wants it', async () => {
  const { client } = fakeBackend(uploads);
  const value = '{"body":{"periodType":"day","periodLimitMb":1024,"limitResetTime":0,"usageGroup":""}}';
  const throttled: FullPyroscopeClient = {
    ...client,
    selectSeries: async (question, signal) =>
      (await client.selectSeries(question, signal)).map((series) => ({
        ...series,
        annotations: [{ timestamp: epochMs(START + 30_000), key: 'pyroscope.ingest.throttled', value }],
      })),
  };
  const framesOf = async (annotations: boolean) =>
    (await answer(throttled, [{ refId: 'A', queryType: 'metrics', profileTypeId: CPU, annotations }]))
      .data as DataFrame[];
  expect(await framesOf(false)).toHaveLength(1);
  const [, marks] = await framesOf(true);
  expect(marks.meta?.dataTopic).toBe('annotations');
  expect(marks.fields.slice(0, 2).map(({ values }) => values[0] as number)).toEqual([START + 15_000, START + 30_000]);
  expect(marks.fields[3].values[0]).toContain('the limit of 1024 MiB per day was reached');
});

test('a comparison in Explore goes to our panel, and a heatmap to the one that draws heatmaps', async () => {
  const { client } = fakeBackend(uploads);
  const counting: FullPyroscopeClient = {
    ...client,
    selectHeatmap: async () => ({
      bucketMins: Float64Array.of(1, 2),
      series: [{ labels: [], timestamps: Float64Array.of(START), counts: Uint32Array.of(3, 0), exemplars: [] }],
    }),
  };
  const panelsOf = async (target: Partial<ProfilesQuery>) => {
    const { data } = await answer(counting, [{ refId: 'A', profileTypeId: CPU, ...target }], { app: CoreApp.Explore });
    return (data as DataFrame[]).map(({ meta }) => meta?.preferredVisualisationPluginId);
  };
  expect(await panelsOf({ queryType: 'diff', baseline: { shift: '10m' } })).toEqual(['pyrolens-flamegraph-panel']);
  expect(await panelsOf({ queryType: 'heatmap' })).toEqual(['heatmap']);
});
