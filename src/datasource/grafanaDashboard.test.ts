import { readFileSync } from 'node:fs';
import {
  CoreApp,
  dateTime,
  type DataFrame,
  type DataQueryRequest,
  type DataSourceInstanceSettings,
  type MetricFindValue,
} from '@grafana/data';
import { lastValueFrom } from 'rxjs';
import { epochMs } from '../base/units';
import { frameToCallTree } from '../frames/frameToCallTree';
import { pyrolensMeta } from '../frames/frameMeta';
import { ROOT } from '../profile/callTree';
import type { FullPyroscopeClient } from '../pyroscope/client';
import { ProfilesDataSource } from './ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery, ProfilesVariableQuery } from './profilesQuery';
import { migrateQuery } from './queries/migrateQuery';
import { fakeBackend, process } from './testing/fakeBackend';
import { fakeTemplates } from './testing/fakeTemplates';
import type { ProfilesVariableSupport } from './variables/ProfilesVariableSupport';

/* A dashboard that Grafana's own Pyroscope data source was used in, with nothing but its data source changed. */

interface Dashboard {
  readonly templating: {
    readonly list: ReadonlyArray<{ readonly name: string; readonly query: ProfilesVariableQuery }>;
  };
  readonly panels: ReadonlyArray<{ readonly targets: readonly ProfilesQuery[] }>;
}

const dashboard = JSON.parse(readFileSync('tests/fixtures/dashboards/grafanaPyroscope.json', 'utf8')) as Dashboard;
const targets = dashboard.panels.flatMap((panel) => panel.targets);

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const MEMORY = 'memory:inuse_space:bytes:space:bytes';
const START = 1_795_240_800_000;
const MINUTES = 10;
const sent = { from: START + 5_000, to: START + MINUTES * 60_000, every: 15_000 };
const cart = { service_name: 'cart', region: 'eu' };
const shop = { service_name: 'shop', region: 'us' };
const uploads = [
  ...process({ ...sent, type: CPU, labels: cart, picture: 'main 15000000000' }),
  ...process({ ...sent, type: CPU, labels: shop, picture: 'main 30000000000' }),
  ...process({ ...sent, type: MEMORY, labels: { ...cart, pod: 'cart-0' }, picture: 'main 64' }),
];
const [from, to] = [dateTime(START), dateTime(START + MINUTES * 60_000)];
const range = { from, to, raw: { from, to } };
const variables = { type: CPU, label: 'region', service: 'cart' };

/** With what newer backends have: marks of throttling, exemplars and heatmaps. */
function backend() {
  const { client, asked } = fakeBackend(uploads);
  const throttled = '{"body":{"periodType":"day","periodLimitMb":1,"limitResetTime":0,"usageGroup":""}}';
  const exemplar = { timestamp: epochMs(START + 60_000), value: 15e9, labels: [] };
  const whole: FullPyroscopeClient = {
    ...client,
    selectSeries: async (question, signal) =>
      (await client.selectSeries(question, signal)).map((series) => ({
        ...series,
        annotations: [{ timestamp: epochMs(START + 30_000), key: 'pyroscope.ingest.throttled', value: throttled }],
        ...(question.exemplars === undefined ? {} : { exemplars: [{ ...exemplar, profileId: 'a' }] }),
      })),
    selectHeatmap: () =>
      Promise.resolve({
        bucketMins: Float64Array.of(0, 10),
        series: [
          {
            labels: [],
            timestamps: Float64Array.of(START + 60_000),
            counts: Uint32Array.of(1, 2),
            exemplars: [{ ...exemplar, spanId: '64f170a95f537095' }],
          },
        ],
      }),
  };
  return { client: whole, asked };
}

function dataSource(client: FullPyroscopeClient, values: Readonly<Record<string, string>> = variables) {
  return new ProfilesDataSource(
    { jsonData: {}, url: '', uid: 'p', name: 'Profiles' } as DataSourceInstanceSettings<ProfilesOptions>,
    { client, templates: fakeTemplates(values), now: () => START + MINUTES * 60_000 }
  );
}

async function answer(refId: string) {
  const { client, asked } = backend();
  const request = {
    targets: targets.filter((target) => target.refId === refId),
    range,
    intervalMs: 15_000,
    scopedVars: {},
    app: CoreApp.Dashboard,
  } as unknown as DataQueryRequest<ProfilesQuery>;
  const { data, errors } = await lastValueFrom(dataSource(client).query(request));
  expect(errors).toBeUndefined();
  return { frames: data as DataFrame[], asked };
}

const kindsOf = (frames: readonly DataFrame[]) => frames.map((frame) => pyrolensMeta(frame)?.kind ?? 'other');
const mergesOf = (asked: Awaited<ReturnType<typeof answer>>['asked']) =>
  asked.filter(({ method }) => method === 'mergeStacktraces').map(({ question }) => question);

test('flame graphs are asked for with their variables and their most nodes', async () => {
  const { frames, asked } = await answer('profile');
  expect(kindsOf(frames)).toEqual(['profile']);
  expect(frameToCallTree(frames[0]).total[ROOT]).toBe(MINUTES * 60e9);
  expect(mergesOf(asked)).toEqual([
    expect.objectContaining({ profileTypeId: CPU, labelSelector: '{service_name="cart"}', maxNodes: 16_384 }),
  ]);
});

test('flame graphs of spans and of traces are asked for as such', async () => {
  expect(mergesOf((await answer('span')).asked)).toEqual([
    expect.objectContaining({ spanSelector: ['64f170a95f537095'] }),
  ]);
  expect(mergesOf((await answer('trace')).asked)).toEqual([
    expect.objectContaining({ traceIdSelector: ['64f170a95f53709564f170a95f537095'] }),
  ]);
});

test('series are grouped and limited, the largest first, with the marks of throttling', async () => {
  const [series, ...others] = (await answer('metrics')).frames;
  expect(series.fields[1].labels).toEqual({ service_name: 'shop' });
  expect(others.map(({ meta }) => meta?.dataTopic)).toEqual(['annotations']);
});

test('fields that were cleared ask for all', async () => {
  const { frames } = await answer('cleared');
  expect(frames.map(({ fields }) => fields[1].labels)).toEqual([{ region: 'eu' }]);
});

test('exemplars and heatmaps come beside the series', async () => {
  const { frames: exemplars } = await answer('exemplars');
  expect(kindsOf(exemplars)).toContain('series');
  expect(exemplars).toHaveLength(2);
  const { frames: heatmap } = await answer('heatmap');
  expect(kindsOf(heatmap)).toContain('series');
  expect(heatmap.map(({ meta }) => meta?.type)).toContain('heatmap-cells');
});

test('both parts of a query from Explore are answered, whatever else it holds', async () => {
  const { frames } = await answer('both');
  expect(kindsOf(frames)).toEqual(['profile', 'series']);
});

test.each(targets.map((target) => [target.refId, target] as const))(
  'the query "%s" keeps every field, those that we do not know among them',
  (_, target) => {
    const cleared = Object.entries(target).filter(([, value]) => value === null);
    const kept = Object.fromEntries(Object.entries(target).filter(([, value]) => value !== null));
    expect(migrateQuery(target)).toEqual({ ...kept, schemaVersion: 1 });
    expect(cleared.every(([name]) => ['limit', 'maxNodes'].includes(name))).toBe(true);
  }
);

test.each([
  ['type', [CPU, MEMORY]],
  ['label', ['region', 'service_name']],
  ['service', ['cart', 'shop']],
  ['chained', ['eu', 'us']],
  ['unfinished', []],
  ['untyped', [CPU, MEMORY]],
  ['wasText', [CPU, MEMORY]],
])('the variable "%s" lists what it listed', async (name, expected) => {
  const { query } = dashboard.templating.list.find((variable) => variable.name === name)!;
  const support = dataSource(backend().client).variables as ProfilesVariableSupport;
  const request = { targets: [query], range, scopedVars: {} } as unknown as DataQueryRequest<ProfilesVariableQuery>;
  const { data } = await lastValueFrom(support.query(request));
  const values = (data as unknown as MetricFindValue[]).map(({ value }) => value);
  expect(values.toSorted()).toEqual(expected.toSorted());
});
