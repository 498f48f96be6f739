/* The wire client of src/pyroscope against the store, over HTTP. */
import { problemOf } from '../../src/base/problem';
import { epochMs, seconds } from '../../src/base/units';
import { callTreeOfPprof } from '../../src/profile/pprof/callTreeOfPprof';
import { decodePprof } from '../../src/profile/pprof/decodePprof';
import type { ProfileQuestion } from '../../src/profile/profileSource';
import { callTreeToText, picture } from '../../src/profile/textProfile';
import { createCapabilities } from '../../src/pyroscope/capabilities';
import { createPyroscopeClient, type FullPyroscopeClient } from '../../src/pyroscope/client';
import { createBackendServer, type BackendServer } from './createBackendServer';
import { CPU_TYPE, pushCpu } from './testing/pushStacks';

const start = 1_700_000_000_000;
const span = { from: epochMs(start), to: epochMs(start + 60_000) };
const question: ProfileQuestion = { profileTypeId: CPU_TYPE, labelSelector: '{}', ...span };
const SPAN = '5a33883204daf2a6';
const TRACE = '9d816f287576cc9565a515bad3fea1ad';

let backend: BackendServer;
let client: FullPyroscopeClient;
const { signal } = new AbortController();

beforeAll(async () => {
  backend = await createBackendServer({ now: () => start + 120_000 });
  client = createPyroscopeClient({ baseUrl: backend.url, fetch: (input, init) => fetch(input, init) });
  await pushCpu(backend.store, {
    time: start + 10_000,
    labels: { version: '1', 'k8s.pod': 'a' },
    id: 'profile-1',
    stacks: { 'main;parse;read': 4, 'main;parse': 2, 'main;render': 3, gc: 1 },
  });
  await pushCpu(backend.store, {
    time: start + 25_000,
    labels: { version: '2' },
    id: 'profile-2',
    stacks: [
      { frames: ['main', 'parse'], values: [5], labels: { span_id: SPAN, trace_id: TRACE, span_name: 'GET /' } },
      { frames: ['main', 'pay'], values: [6], labels: { profile_id: SPAN.replace('5a', '5b') } },
    ],
  });
});

afterAll(() => backend.close());

async function treeText(more: Partial<ProfileQuestion>): Promise<string> {
  return callTreeToText(await client.mergeStacktraces({ ...question, ...more }, signal));
}

test('types, labels and series', async () => {
  expect(await client.profileTypes(span, signal)).toMatchObject([{ id: CPU_TYPE, sampleUnit: 'nanoseconds' }]);
  expect(await client.labelNames({ matchers: [], span }, signal)).toEqual(
    expect.arrayContaining(['k8s.pod', 'span_name', 'version'])
  );
  expect(await client.labelValues({ name: 'version', matchers: ['{"k8s.pod"="a"}'], span }, signal)).toEqual(['1']);
  expect(await client.series({ matchers: [], labelNames: ['version'], span }, signal)).toEqual([
    [{ name: 'version', value: '1' }],
    [{ name: 'version', value: '2' }],
  ]);
  expect(await client.profileStats(signal)).toEqual({
    dataIngested: true,
    oldest: start + 10_000,
    newest: start + 25_000,
  });
});

test('time series', async () => {
  const series = await client.selectSeries(
    { profileTypeId: CPU_TYPE, labelSelector: '{}', ...span, stepSeconds: seconds(15), groupBy: ['version'] },
    signal
  );
  expect(series).toEqual([
    {
      labels: [{ name: 'version', value: '2' }],
      timestamps: Float64Array.of(start + 30_000),
      values: Float64Array.of(11),
    },
    {
      labels: [{ name: 'version', value: '1' }],
      timestamps: Float64Array.of(start + 15_000),
      values: Float64Array.of(10),
    },
  ]);
});

test('a profile is the sum of all that were taken', async () => {
  expect(await treeText({})).toBe(
    picture(`
      gc         1
      main      20
        parse   11
          read   4
        pay      6
        render   3`)
  );
});

test('a profile of few nodes keeps its total', async () => {
  const tree = await client.mergeStacktraces({ ...question, maxNodes: 2 }, signal);
  expect(callTreeToText(tree)).toBe(
    picture(`
      main      20
        parse   11
          other  4 cut
        other    9 cut
      other      1 cut`)
  );
});

test('below a call site there is only what it called', async () => {
  expect(await treeText({ callSite: ['main', 'parse'] })).toBe(
    picture(`
      main      11
        parse   11
          read   4`)
  );
  expect(await treeText({ callSite: ['main', 'nowhere'] })).toBe('');
});

test('spans, traces and single profiles', async () => {
  const ofSpan = picture(`
    main     5
      parse  5`);
  expect(await treeText({ spanSelector: [SPAN] })).toBe(ofSpan);
  expect(await treeText({ spanSelector: [SPAN], callSite: ['main'] })).toBe(ofSpan);
  expect(await treeText({ traceIdSelector: [TRACE.toUpperCase()] })).toBe(ofSpan);
  expect(await treeText({ spanSelector: [SPAN.replace('5a', '5b')] })).toBe(
    picture(`
      main   6
        pay  6`)
  );
  expect(await treeText({ spanSelector: ['0123456789abcdef'] })).toBe('');
  expect(await treeText({ profileIdSelector: ['profile-1'], callSite: ['gc'] })).toBe('gc 1');
});

test('a comparison has both sides', async () => {
  const diff = await client.diff(
    { ...question, labelSelector: '{version="1"}' },
    { ...question, labelSelector: '{version="2"}' },
    signal
  );
  expect(callTreeToText(diff)).toBe(
    picture(`
      gc         1 ->  0
      main       9 -> 11
        parse    6 ->  5
          read   4 ->  0
        pay      0 ->  6
        render   3 ->  0`)
  );
});

test('a pprof says the same as the tree', async () => {
  const pprof = decodePprof(await client.mergeProfile(question, signal));
  expect(pprof.sampleTypes).toEqual([{ type: 'cpu', unit: 'nanoseconds' }]);
  expect(callTreeToText(callTreeOfPprof(pprof, 0))).toBe(await treeText({}));
});

test('a pprof of few nodes keeps its total, one of a span has only that', async () => {
  const few = decodePprof(await client.mergeProfile({ ...question, maxNodes: 1 }, signal));
  expect(callTreeToText(callTreeOfPprof(few, 0))).toBe(
    picture(`
      main     20
        other  20
      other     1`)
  );
  const ofSpan = decodePprof(await client.mergeProfile({ ...question, spanSelector: [SPAN] }, signal));
  expect(ofSpan.samples.values).toEqual(Float64Array.of(5));
});

test('heatmaps and exemplars lead to the profiles that they count', async () => {
  const asked = { profileTypeId: CPU_TYPE, labelSelector: '{}', ...span, stepSeconds: seconds(30) };
  const spans = await client.selectHeatmap({ ...asked, kind: 'span', exemplars: true }, signal);
  expect(spans.series[0].exemplars).toMatchObject([{ spanId: SPAN.replace('5a', '5b'), value: 6 }]);
  const spanSelector = spans.series[0].exemplars.flatMap(({ spanId = [] }) => spanId);
  expect(await treeText({ spanSelector })).toBe(
    picture(`
      main   6
        pay  6`)
  );
  const profiles = await client.selectHeatmap({ ...asked, kind: 'individual' }, signal);
  expect(profiles.series[0].counts.reduce((a, b) => a + b)).toBe(2);
  const [series] = await client.selectSeries({ ...asked, exemplars: 'individual' }, signal);
  expect(series.exemplars).toMatchObject([{ profileId: 'profile-2', value: 11 }]);
});

test('what the store can do is found out', async () => {
  const address = { baseUrl: backend.url, fetch: globalThis.fetch };
  const capabilities = createCapabilities(client, address, () => start + 60_000);
  expect(await capabilities.facts(signal)).toEqual({ version: 'pyrolens-store', hasNewerStorage: true });
  const found = [];
  for (const feature of [
    'heatmap',
    'exemplars',
    'traceSelector',
    'profileSelector',
    'callSite',
    'seriesCallSite',
  ] as const) {
    found.push(await capabilities.supports(feature, signal));
  }
  expect(found).toEqual(['yes', 'yes', 'yes', 'yes', 'yes', 'no']);
});

test('no data is an empty answer everywhere', async () => {
  const nothing = { ...question, labelSelector: '{service_name="nope"}' };
  expect(callTreeToText(await client.mergeStacktraces(nothing, signal))).toBe('');
  expect(callTreeToText(await client.diff(nothing, nothing, signal))).toBe('');
  expect(await client.mergeProfile(nothing, signal)).toHaveLength(0);
  expect(await client.selectSeries({ ...nothing, stepSeconds: seconds(15) }, signal)).toEqual([]);
});

test('refusals reach the client as problems', async () => {
  const problem = async (more: Partial<ProfileQuestion>) =>
    client.mergeStacktraces({ ...question, ...more }, signal).then(
      () => undefined,
      (error: unknown) => problemOf(error)
    );
  expect(await problem({ labelSelector: '{service_name=' })).toMatchObject({ kind: 'bad-selector', position: 14 });
  expect(await problem({ profileTypeId: 'cpu' })).toMatchObject({ kind: 'bad-profile-type', status: 400 });
  expect(await problem({ maxNodes: 2_000_000 })).toMatchObject({ kind: 'too-many-nodes' });
  expect(await problem({ to: epochMs(start - 1) })).toMatchObject({ kind: 'bad-range' });
  expect(await problem({ from: epochMs(start - 25 * 3_600_000) })).toMatchObject({ kind: 'bad-range' });
  expect(await problem({ spanSelector: ['zz'] })).toMatchObject({ kind: 'bad-request' });
});
