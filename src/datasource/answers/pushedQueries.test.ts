/** @jest-environment node */
/* Whole queries against a store that profiles were pushed into over the wire, and of which the truth is known. */
import type { DataFrame } from '@grafana/data';
import { createBackendServer, type BackendServer } from '../../../workbench/backend/createBackendServer';
import { SHOP, pushShop, type ShopTruth } from '../../../tests/pushedShop/pushShop';
import { epochMs, milliseconds, type TimeSpan } from '../../base/units';
import { pyrolensMeta } from '../../frames/frameMeta';
import { frameToCallTree } from '../../frames/frameToCallTree';
import type { ProfileQuestion, ProfileSource } from '../../profile/profileSource';
import { textProfile, callTreeToText } from '../../profile/textProfile';
import { topTable } from '../../profile/topTable';
import { connectBackend } from '../../pyroscope/connectBackend';
import type { ProfilesQuery } from '../profilesQuery';
import { readyQuery } from '../queries/readyQuery';
import { sharedClient } from '../transport/sharedClient';
import type { Answering } from './answering';
import { createProfileSource } from './createProfileSource';
import { answerTarget } from './targetAnswer';
import { UploadIntervalFinder } from './uploadIntervals';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const MEMORY = 'memory:inuse_space:bytes:space:bytes';
const CHECKOUT = '{service_name="checkout"}';
const NOW = 1_795_240_800_000;
const { signal } = new AbortController();

let backend: BackendServer;
let truth: ShopTruth;
let answering: Answering;
let source: ProfileSource;

beforeAll(async () => {
  backend = await createBackendServer({ now: () => NOW });
  truth = await pushShop(backend.store, { now: NOW });
  const connected = connectBackend({ baseUrl: backend.url, fetch: (input, init) => fetch(input, init) });
  const client = sharedClient(connected.client);
  const finder = new UploadIntervalFinder(client, () => NOW);
  answering = { client, finder, capabilities: connected.capabilities, uid: 'p', name: 'Profiles' };
  source = createProfileSource(answering, { sourceLinkTemplate: 'https://code.example/{path}#L{line}' });
});

afterAll(() => backend.close());

async function framesOf(
  query: Partial<ProfilesQuery>,
  { span, step = 15 }: { span?: TimeSpan; step?: number } = {}
): Promise<DataFrame[]> {
  const { frames, errors } = await answerTarget(
    answering,
    {
      query: readyQuery({ refId: 'A', labelSelector: CHECKOUT, profileTypeId: CPU, ...query }, (text) => text),
      span: span ?? { from: epochMs(truth.start), to: epochMs(truth.end) },
      wantedStep: milliseconds(step * 1000),
      app: 'dashboard',
    },
    signal
  );
  expect(errors).toEqual([]);
  return frames;
}

const question = (fields: Partial<ProfileQuestion> = {}): ProfileQuestion => ({
  profileTypeId: CPU,
  labelSelector: CHECKOUT,
  from: epochMs(truth.start),
  to: epochMs(truth.end),
  ...fields,
});
const valuesOf = (frame: DataFrame, field: string | number) => {
  const found = typeof field === 'number' ? frame.fields[field] : frame.fields.find(({ name }) => name === field);
  return found!.values as number[];
};
const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
const spike = (): TimeSpan => ({ from: epochMs(truth.spike.start), to: epochMs(truth.spike.end) });

describe('a comparison', () => {
  test.each([CPU, MEMORY])(
    'of a range with itself is the same on both sides, everywhere: %s',
    async (profileTypeId) => {
      const { tree } = await source.diff!(question({ profileTypeId }), question({ profileTypeId }), signal);
      expect(tree.length).toBeGreaterThan(10);
      expect(tree.right?.total).toEqual(tree.total);
      expect(tree.right?.self).toEqual(tree.self);
    }
  );

  test("with the time before it shows a spike, and in the panel's frame where both sides are from", async () => {
    const [frame, ...others] = await framesOf({ queryType: 'diff', baseline: { shift: '4m' } }, { span: spike() });
    expect(others).toEqual([]);
    expect(frame.name).toBe('CPU of checkout, compared with 4m earlier');
    const { from, to } = spike();
    expect(pyrolensMeta(frame)).toMatchObject({
      kind: 'profile',
      question: { from, to, labelSelector: CHECKOUT },
      baseline: { from: from - 240_000, to: to - 240_000, labelSelector: CHECKOUT },
    });
    const tree = frameToCallTree(frame);
    const { total, right } = topTable(tree);
    const func = tree.functions.names.indexOf(SHOP.spike.functionName);
    const more = right!.total[func] - total[func];
    expect(more / 1e9 / (SHOP.spike.lastsMs / 1000)).toBeCloseTo(SHOP.spike.cores, 1);
  });

  test('of memory has averages on both sides, whatever their lengths', async () => {
    const baseline = { from: String(truth.start), to: String(truth.start + 300_000), service: 'session-store' };
    const [frame] = await framesOf({
      queryType: 'diff',
      profileTypeId: MEMORY,
      labelSelector: '{service_name="session-store"}',
      baseline,
    });
    const tree = frameToCallTree(frame);
    const first = await source.profile(
      question({
        profileTypeId: MEMORY,
        labelSelector: '{service_name="session-store"}',
        to: epochMs(truth.start + 300_000),
      }),
      signal
    );
    expect(tree.total[0]).toBeCloseTo(first.tree.total[0], 3);
    // A leak of 30 minutes, on average, against one of 5.
    expect(tree.right!.total[0] - tree.total[0]).toBeCloseTo(SHOP.leak.bytesPerSecond * 12.5 * 60, -4);
    expect(frame.meta?.notices).toBeUndefined();
  });

  test('of ranges of different lengths says so', async () => {
    const baseline = { from: String(truth.start), to: String(truth.start + 600_000) };
    const [frame] = await framesOf({ queryType: 'diff', baseline });
    expect(frame.meta?.notices?.[0].text).toBe(
      'The baseline is 10 min long, what it is compared with 30 min: compare shares, not values.'
    );
  });

  test('of two versions has what only one of them calls', async () => {
    const { version, functionName } = SHOP.newFunction;
    const [frame] = await framesOf({
      queryType: 'diff',
      labelSelector: `{service_name="checkout", version="${version}"}`,
      baseline: { labelSelector: '{service_name="checkout", version="1.8.0"}' },
    });
    const tree = frameToCallTree(frame);
    const { total, right } = topTable(tree);
    const func = tree.functions.names.indexOf(functionName);
    expect(total[func]).toBe(0);
    expect(right!.total[func]).toBeGreaterThan(0);
  });

  test('with another service keeps the rest of the selector', async () => {
    const [frame] = await framesOf({
      queryType: 'diff',
      labelSelector: '{service_name="checkout", region="us-east-1"}',
      baseline: { service: 'storefront', profileTypeId: 'wall:cpu:nanoseconds:wall:nanoseconds' },
    });
    const meta = pyrolensMeta(frame);
    expect(meta).toMatchObject({
      baseline: {
        labelSelector: '{service_name="storefront", region="us-east-1"}',
        profileTypeId: 'wall:cpu:nanoseconds:wall:nanoseconds',
      },
    });
    const tree = frameToCallTree(frame);
    expect(tree.total[0]).toBeGreaterThan(0);
    expect(tree.right?.total[0]).toBeGreaterThan(0);
  });
});

describe('functions', () => {
  test('as a table add up to the profile, and come largest first', async () => {
    const [frame] = await framesOf({ queryType: 'functions' });
    const { tree } = await source.profile(question(), signal);
    const self = valuesOf(frame, 'Self');
    expect(self.reduce((sum, value) => sum + value, 0)).toBeCloseTo(tree.total[0], 0);
    expect([...self].sort((a, b) => b - a)).toEqual(self);
    expect(valuesOf(frame, 'Self share').reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
    expect(frame.fields.map(({ name, config }) => [name, config.unit])).toEqual([
      ['Function', undefined],
      ['Self', 'ns'],
      ['Self share', 'percentunit'],
      ['Total', 'ns'],
      ['Total share', 'percentunit'],
    ]);
  });

  test('are chosen by name, order and number', async () => {
    const [frame] = await framesOf({ queryType: 'functions', limit: 2, functions: { by: 'total', name: '^main\\.' } });
    expect(frame.fields[1].name).toBe('Total');
    expect(frame.length).toBe(2);
    for (const name of frame.fields[0].values as string[]) {
      expect(name).toMatch(/^main\./);
    }
  });

  test.each([15, 60, 300])('over time show the spike in its function, at steps of %d s', async (step) => {
    const functions = { as: 'series', by: 'total', name: `^${SHOP.spike.functionName}$` } as const;
    const [frame, ...others] = await framesOf({ queryType: 'functions', functions }, { step });
    expect(others).toEqual([]);
    expect(frame.name).toBe(SHOP.spike.functionName);
    expect(frame.fields[1].config.unit).toBe('cores');
    const meta = pyrolensMeta(frame);
    const stepMs = meta?.kind === 'series' ? meta.stepMs : 0;
    expect(stepMs).toBe(Math.max(step * 1000, SHOP.lengthMs / 60));
    // Core-seconds do not depend on the step.
    const burned = mean(valuesOf(frame, 1)) * (SHOP.lengthMs / 1000);
    const { tree } = await source.profile(question(), signal);
    const func = tree.functions.names.indexOf(SHOP.spike.functionName);
    expect(burned).toBeCloseTo(topTable(tree).total[func] / 1e9, 6);
  });

  test.each([15, 60, 300])('over time hold what they hold, at steps of %d s', async (step) => {
    const query = {
      profileTypeId: MEMORY,
      labelSelector: '{service_name="session-store"}',
      functions: { as: 'series' },
      queryType: 'functions',
      limit: 1000,
    } as const;
    const frames = await framesOf(query, { step });
    const sum = frames.reduce((all, frame) => all + mean(valuesOf(frame, 1)), 0);
    const { tree } = await source.profile(
      question({ profileTypeId: MEMORY, labelSelector: query.labelSelector }),
      signal
    );
    expect(sum / tree.total[0]).toBeCloseTo(1, 2);
    expect(frames[0].name).toBe(SHOP.leak.functionName);
    const leaking = valuesOf(frames[0], 1);
    expect(leaking[leaking.length - 1]).toBeGreaterThan(leaking[0]);
  });

  test('one at a time is what a panel asks for', async () => {
    const series = await source.functionSeries!(question(), SHOP.spike.functionName, 30, signal);
    expect(series.unit).toBe('cores');
    expect(series.timestamps).toHaveLength(30);
    const inSpike = Array.from(series.timestamps, (time, at) => ({ time, value: series.total[at] })).filter(
      ({ time }) => time > truth.spike.start && time <= truth.spike.end
    );
    expect(mean(inSpike.map(({ value }) => value))).toBeGreaterThanOrEqual(SHOP.spike.cores);
    const unknown = await source.functionSeries!(question(), 'no such function', 30, signal);
    expect(new Set(unknown.total)).toEqual(new Set([0]));
  });

  test('have no step that the range cuts through: its level would be that of a part', async () => {
    const cut = question({ from: epochMs(truth.start + 70_000), to: epochMs(truth.end - 50_000) });
    const { timestamps } = await source.functionSeries!(cut, SHOP.spike.functionName, 8, signal);
    const step = timestamps[1] - timestamps[0];
    expect(cut.to % step).not.toBe(0);
    expect(timestamps[0] - step).toBeGreaterThanOrEqual(cut.from);
    expect(timestamps[timestamps.length - 1]).toBeLessThanOrEqual(cut.to);
    // A part of a range begins a millisecond after a step: that step is in it.
    const part = question({ from: epochMs(timestamps[0] + 1), to: epochMs(timestamps[3]) });
    const ofPart = await source.functionSeries!(part, SHOP.spike.functionName, 3, signal);
    expect([...ofPart.timestamps]).toEqual([...timestamps.slice(1, 4)]);
    // Of a range within one step there is nothing else to show.
    const short = question({ from: epochMs(timestamps[0] + 1000), to: epochMs(timestamps[0] + 4000) });
    expect((await source.functionSeries!(short, SHOP.spike.functionName, 8, signal)).timestamps).toHaveLength(1);
  });

  test('below a call site are followed, too', async () => {
    const { tree } = await source.profile(question(), signal);
    const callSite = [tree.functions.names[tree.func[1]]];
    const series = await source.functionSeries!(question({ callSite }), callSite[0], 10, signal);
    expect(mean(series.total) * (SHOP.lengthMs / 1000)).toBeCloseTo(tree.total[1] / 1e9, 6);
  });
});

describe('a label', () => {
  test('splits a flame graph into parts that add up to it', async () => {
    const [frame] = await framesOf({ queryType: 'profile', groupProfileBy: 'pod' });
    expect(pyrolensMeta(frame)).toMatchObject({ groupedBy: 'pod', title: 'CPU of checkout by pod' });
    const tree = frameToCallTree(frame);
    const { tree: whole } = await source.profile(question(), signal);
    const tops = Array.from({ length: tree.length }, (_, node) => node).filter((node) => tree.parent[node] === 0);
    expect(tops.map((node) => tree.functions.names[tree.func[node]])).toEqual(['checkout-7d9f-a', 'checkout-7d9f-b']);
    expect(tops.reduce((sum, node) => sum + tree.total[node], 0)).toBe(whole.total[0]);
    expect(tree.total[0]).toBe(whole.total[0]);
  });

  test('splits it into the largest values and the others', async () => {
    const [frame] = await framesOf({ queryType: 'profile', labelSelector: '{}', groupProfileBy: 'pod', limit: 1 });
    const tree = frameToCallTree(frame);
    const tops = Array.from({ length: tree.length }, (_, node) => node).filter((node) => tree.parent[node] === 0);
    expect(tops.map((node) => tree.functions.names[tree.func[node]])).toEqual(['orders-0', 'other values']);
    const { tree: whole } = await source.profile(question({ labelSelector: '{}' }), signal);
    expect(tree.total[0]).toBe(whole.total[0]);
  });

  test('splits a profile for a panel, largest first', async () => {
    const parts = await source.byLabel!(question({ labelSelector: '{}' }), 'service_name', 2, signal);
    expect(parts).toHaveLength(2);
    expect(parts[0].value).toBe('checkout');
    const { tree } = await source.profile(question(), signal);
    expect(callTreeToText(parts[0].tree)).toBe(callTreeToText(tree));
    expect(parts[1].tree.total[0]).toBeLessThan(parts[0].tree.total[0]);
  });

  test('splits series into the largest and the rest, which add up to all', async () => {
    const query = { queryType: 'metrics', labelSelector: '{}', groupBy: ['pod'], limit: 2, includeRest: true };
    const frames = await framesOf(query, { step: 60 });
    expect(frames.map(({ name }) => name)).toEqual(['orders-0', 'checkout-7d9f-a', 'other']);
    const [all] = await framesOf({ queryType: 'metrics', labelSelector: '{}' }, { step: 60 });
    valuesOf(all, 1).forEach((value, at) => {
      expect(frames.reduce((sum, frame) => sum + valuesOf(frame, 1)[at], 0)).toBeCloseTo(value, 9);
    });
    const [largest, , rest] = frames.map(pyrolensMeta);
    expect(largest).not.toHaveProperty('isRest');
    expect(rest).toHaveProperty('isRest', true);
    expect(rest?.question.labelSelector).toBe('{pod!~"orders-0|checkout-7d9f-a"}');
  });

  test('names the series as the query wants', async () => {
    const query = { queryType: 'metrics', groupBy: ['pod'], legendFormat: '{{service_name}} in {{pod}}{{nothing}}' };
    const frames = await framesOf(query);
    expect(frames.map(({ name }) => name)).toEqual(['checkout in checkout-7d9f-a', 'checkout in checkout-7d9f-b']);
  });
});

describe('several profile types', () => {
  const inside = 'memory:alloc_in_new_tlab_bytes:bytes:space:bytes';
  /** The same profiles under another id, in place of those outside of a TLAB, which the store is not given. */
  const again = `${inside}:delta`;

  test('are one flame graph and one time series', async () => {
    const totalsOf = async (more: Partial<ProfilesQuery>) => {
      const query = { profileTypeId: inside, labelSelector: '{service_name="orders"}', ...more };
      const [profile, series] = await framesOf(query);
      return [frameToCallTree(profile).total[0], mean(valuesOf(series, 1)) * (SHOP.lengthMs / 1000)];
    };
    const [one, both] = await Promise.all([totalsOf({}), totalsOf({ otherProfileTypeIds: [again] })]);
    expect(both[0]).toBe(2 * one[0]);
    expect(both[1] / one[1]).toBeCloseTo(2, 9);
  });

  test.each(['heatmap', 'exemplars'] as const)('are not added up in a %s answer, which says so', async (queryType) => {
    const query = { queryType, profileTypeId: inside, labelSelector: '{service_name="orders"}' };
    const [one] = await framesOf(query, { step: 60 });
    const [both] = await framesOf({ ...query, otherProfileTypeIds: [again] }, { step: 60 });
    expect(one.meta?.notices ?? []).toEqual([]);
    expect(both.meta?.notices?.map(({ text }) => text)).toEqual([
      expect.stringMatching(/of one profile type: .* alone/),
    ]);
    expect(both.length).toBe(one.length);
  });

  test('must count the same thing to be added up, also where a panel asks', async () => {
    const refused = source.profile(question({ otherProfileTypeIds: [MEMORY] }), signal);
    await expect(refused).rejects.toMatchObject({ problem: { kind: 'bad-profile-type' } });
  });

  test('must count the same thing to be compared', async () => {
    const refused = source.diff!(question(), question({ profileTypeId: MEMORY }), signal);
    await expect(refused).rejects.toMatchObject({ problem: { kind: 'bad-profile-type' } });
  });
});

test('rates and averages are what is usual: of what adds up its rate, of a level its average, also asked as a sum', async () => {
  const pointsOf = async (profileTypeId: string, aggregation?: 'rate' | 'average' | 'sum') => {
    const frames = await framesOf({ queryType: 'metrics', profileTypeId, labelSelector: '{}', aggregation });
    return frames.map((frame) => [frame.fields[1].config.unit, valuesOf(frame, 1)]);
  };
  const [cpu, memory] = [await pointsOf(CPU), await pointsOf(MEMORY)];
  expect(await pointsOf(CPU, 'rate')).toEqual(cpu);
  expect(await pointsOf(CPU, 'average')).toEqual(cpu);
  expect(await pointsOf(MEMORY, 'sum')).toEqual(memory);
  expect(await pointsOf(CPU, 'sum')).not.toEqual(cpu);
});

test('a sum is what a step holds', async () => {
  const [rate] = await framesOf({ queryType: 'metrics' }, { step: 60 });
  const [sum] = await framesOf({ queryType: 'metrics', aggregation: 'sum' }, { step: 60 });
  expect(sum.fields[1].config.unit).toBe('ns');
  valuesOf(sum, 1).forEach((value, at) => expect(value / 60e9).toBeCloseTo(valuesOf(rate, 1)[at], 9));
});

test('a heatmap counts every profile once', async () => {
  const [frame] = await framesOf({ queryType: 'heatmap' }, { step: 60 });
  expect(frame.meta?.type).toBe('heatmap-cells');
  expect(frame.fields.map(({ name }) => name)).toEqual(['xMax', 'yMin', 'yMax', 'count']);
  const profiles = 2 * (SHOP.lengthMs / SHOP.intervalMs);
  // The store splits the profiles of checkout by endpoint besides.
  expect(valuesOf(frame, 'count').reduce((sum, count) => sum + count, 0) % profiles).toBe(0);
  expect(pyrolensMeta(frame)).toMatchObject({ kind: 'heatmap', counted: 'individual', stepMs: 60_000 });
  valuesOf(frame, 'yMin').forEach((min, at) => expect(valuesOf(frame, 'yMax')[at]).toBeGreaterThan(min));
});

test('exemplars stand beside the series that they are part of', async () => {
  const [series, exemplars] = await framesOf({ queryType: 'metrics', includeExemplars: true });
  expect(exemplars).toMatchObject({ name: 'exemplar', meta: { dataTopic: 'annotations' } });
  expect(exemplars.fields.slice(0, 3).map(({ name, config }) => [name, config.unit])).toEqual([
    ['Time', undefined],
    ['Value', 'cores'],
    ['Total', 'ns'],
  ]);
  const highest = Math.max(...valuesOf(series, 1));
  for (const value of valuesOf(exemplars, 'Value')) {
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThanOrEqual(highest);
  }
  const [table] = await framesOf({ queryType: 'exemplars' });
  expect(table.meta?.dataTopic).toBeUndefined();
  expect(table.length).toBe(exemplars.length);
});

test('a panel is told what a profile has in common, and can have it as pprof', async () => {
  expect(await source.commonLabels!(question(), signal)).toMatchObject({ service_name: 'checkout', namespace: 'shop' });
  expect(await source.commonLabels!(question(), signal)).not.toHaveProperty('pod');
  expect(await source.labelNames!(question(), signal)).toEqual(expect.arrayContaining(['pod', 'region', 'version']));
  expect(source.sourceLink).toEqual({ template: 'https://code.example/{path}#L{line}' });
  const { tree } = await source.profile(question(), signal);
  const { decodePprof } = await import('../../profile/pprof/decodePprof');
  const { callTreeOfPprof } = await import('../../profile/pprof/callTreeOfPprof');
  const ofPprof = callTreeOfPprof(decodePprof(await source.pprof!(question({ maxNodes: 4 }), signal)), 0);
  expect(ofPprof.total[0]).toBe(tree.total[0]);
  expect(textProfile(callTreeToText(ofPprof)).length).toBe(tree.length);
});
