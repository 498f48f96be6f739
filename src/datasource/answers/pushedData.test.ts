/** @jest-environment node */
/* The numbers against a store that profiles were pushed into over the wire, and of which the truth is known. */
import { createBackendServer, type BackendServer } from '../../../workbench/backend/createBackendServer';
import { SHOP, pushedCpu, pushShop, type ShopTruth } from '../../../tests/pushedShop/pushShop';
import { epochMs, milliseconds, seconds, type TimeSpan } from '../../base/units';
import { createPyroscopeClient, type FullPyroscopeClient } from '../../pyroscope/client';
import { answerProfile } from './profileAnswer';
import { answerSeries } from './seriesAnswer';
import { UploadIntervalFinder } from './uploadIntervals';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const MEMORY = 'memory:inuse_space:bytes:space:bytes';
const NOW = 1_795_240_800_000;
const { signal } = new AbortController();

let backend: BackendServer;
let truth: ShopTruth;
let client: FullPyroscopeClient;
let finder: UploadIntervalFinder;

beforeAll(async () => {
  backend = await createBackendServer({ now: () => NOW });
  truth = await pushShop(backend.store, { now: NOW });
  client = createPyroscopeClient({ baseUrl: backend.url, fetch: (input, init) => fetch(input, init) });
  finder = new UploadIntervalFinder(client);
});

afterAll(() => backend.close());

const span = (from: number, to: number): TimeSpan => ({ from: epochMs(from), to: epochMs(to) });
const whole = () => span(truth.start, truth.end);

async function series(profileTypeId: string, labelSelector: string, wantedSeconds: number, range = whole()) {
  const wantedStep = milliseconds(wantedSeconds * 1000);
  const ask = { profileTypeId, labelSelector, groupBy: [], wantedStep, ...range };
  return answerSeries({ client, finder }, ask, signal);
}

const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** CPU that the pods of a service burned in a range, in nanoseconds, as it was made up. */
function burned(service: string, { from, to }: TimeSpan): number {
  const intervals = Array.from({ length: (to - from) / SHOP.intervalMs }, (_, i) => from + i * SHOP.intervalMs);
  return SHOP.pods
    .filter((pod) => pod.service === service)
    .reduce((sum, pod) => sum + intervals.reduce((all, at) => all + pushedCpu(pod, at, truth), 0), 0);
}

test('the upload interval is found', async () => {
  expect(await finder.find(CPU, '{}', whole(), signal)).toEqual({ longest: SHOP.intervalMs, byService: new Map() });
});

test.each([15, 60, 300])('cores add up to what the program burned, at steps of %d s', async (step) => {
  const { series: all } = await series(CPU, '{service_name="checkout"}', step);
  const seconds = SHOP.lengthMs / 1000;
  expect(mean(all[0].values) * seconds).toBeCloseTo(burned('checkout', whole()) / 1e9, 6);
});

test('the flame graph of the spike holds what was burned in it', async () => {
  const { start, end } = truth.spike;
  const question = { profileTypeId: CPU, labelSelector: '{service_name="checkout"}', ...span(start, end) };
  const { tree, averagedOver } = await answerProfile({ client, finder }, question, signal);
  expect(tree.total[0]).toBe(burned('checkout', span(start, end)));
  expect(averagedOver).toBeUndefined();
});

test('memory has the same level at three steps, and the flame graph has it, too', async () => {
  const levels = await Promise.all(
    [15, 60, 300].map(async (step) =>
      mean((await series(MEMORY, '{service_name="session-store"}', step)).series[0].values)
    )
  );
  const question = { profileTypeId: MEMORY, labelSelector: '{service_name="session-store"}', ...whole() };
  const { tree, averagedOver } = await answerProfile({ client, finder }, question, signal);
  expect(averagedOver).toBe(SHOP.lengthMs / SHOP.intervalMs);
  for (const level of [levels[1], levels[2], tree.total[0]]) {
    expect(level / levels[0]).toBeCloseTo(1, 9);
  }
});

test.each([15, 60, 300])('a leak climbs by what it leaks, at steps of %d s', async (step) => {
  const { values, timestamps } = (await series(MEMORY, '{service_name="session-store"}', step)).series[0];
  const seconds = (timestamps[timestamps.length - 1] - timestamps[0]) / 1000;
  const leaked = (values[values.length - 1] - values[0]) / seconds;
  expect(leaked / SHOP.leak.bytesPerSecond).toBeCloseTo(1, 6);
});

test.each([15, 20, 60, 300])(
  'no step tells more than was pushed in it, wherever the range ends, at %d s',
  async (step) => {
    const labelSelector = '{service_name="checkout"}';
    const question = { profileTypeId: CPU, labelSelector, ...whole(), stepSeconds: seconds(1) };
    const [pushed] = await client.selectSeries(question, signal);
    const end = truth.start + SHOP.lengthMs / 2;
    for (const late of [1, 4_000, 14_999, 15_000, 31_000, 59_000, 247_000]) {
      const { series: all, grid } = await series(CPU, labelSelector, step, span(end - 900_000, end + late));
      const { timestamps, values } = all[0];
      expect(timestamps[timestamps.length - 1]).toBe(grid.last);
      timestamps.forEach((time, at) => {
        const inStep = pushed.values.filter(
          (_, i) => pushed.timestamps[i] > time - grid.step && pushed.timestamps[i] <= time
        );
        expect(values[at] * (grid.step / 1000)).toBeCloseTo(inStep.reduce((sum, value) => sum + value, 0) / 1e9, 6);
      });
    }
  }
);
