import { ProblemError } from '../../base/problem';
import { epochMs, milliseconds, type TimeSpan } from '../../base/units';
import { fakeBackend, process, type Upload } from '../testing/fakeBackend';
import { answerSeries } from './seriesAnswer';
import { UploadIntervalFinder } from './uploadIntervals';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const START = 1_795_240_800_000;
const HOUR = 3_600_000;
const span = (from: number, to: number): TimeSpan => ({ from: epochMs(START + from), to: epochMs(START + to) });
const signal = new AbortController().signal;

function pod(service: string, pod: string, every: number, from = 0, to = HOUR): Upload[] {
  const labels = { service_name: service, pod };
  return process({ type: CPU, labels, from: START + from, to: START + to, every, picture: 'main 1' });
}

test('the interval of a service is that of its processes, not of their sum', async () => {
  const { client } = fakeBackend([...pod('cart', 'a', 30_000), ...pod('cart', 'b', 30_000, 11_000)]);
  const intervals = await new UploadIntervalFinder(client).find(CPU, '{service_name="cart"}', span(0, HOUR), signal);
  expect(intervals).toEqual({ longest: 30_000, byService: new Map() });
});

test('services that upload at different intervals are told apart', async () => {
  const { client } = fakeBackend([...pod('cart', 'a', 15_000), ...pod('shop', 'b', 60_000)]);
  const intervals = await new UploadIntervalFinder(client).find(CPU, '{}', span(0, HOUR), signal);
  expect(intervals).toEqual({
    longest: 60_000,
    byService: new Map([
      ['cart', 15_000],
      ['shop', 60_000],
    ]),
  });
});

test('a service that ran only at the beginning of the range is found there', async () => {
  const { client } = fakeBackend(pod('cart', 'a', 10_000, 0, 300_000));
  const intervals = await new UploadIntervalFinder(client).find(CPU, '{}', span(0, HOUR), signal);
  expect(intervals.longest).toBe(10_000);
});

test.each([
  ['in the middle', 20 * 60_000, 50 * 60_000],
  ['for some minutes', 31 * 60_000, 34 * 60_000],
])('a service that ran %s is found there', async (_, from, to) => {
  const { client } = fakeBackend(pod('cart', 'a', 10_000, from, to));
  const intervals = await new UploadIntervalFinder(client).find(CPU, '{}', span(0, 2 * HOUR), signal);
  expect(intervals.longest).toBe(10_000);
});

test('of what the range does not have, two questions are asked in all, and another range is looked at anew', async () => {
  const backend = fakeBackend(pod('cart', 'a', 15_000, 2 * HOUR, 3 * HOUR));
  const asked = { client: backend.client, finder: new UploadIntervalFinder(backend.client, () => 0) };
  const ask = (from: number, to: number) =>
    answerSeries(
      asked,
      { profileTypeId: CPU, labelSelector: '{}', groupBy: [], wantedStep: milliseconds(15_000), ...span(from, to) },
      signal
    );
  expect((await ask(0, HOUR)).series).toEqual([]);
  expect(backend.asked.filter(({ method }) => method === 'selectSeries')).toHaveLength(2);
  expect((await ask(2 * HOUR, 3 * HOUR)).series).toHaveLength(1);
});

test('of a type that a service does not send, every refresh after the first asks one question', async () => {
  const backend = fakeBackend(pod('cart', 'a', 15_000, 2 * HOUR, 3 * HOUR));
  let now = START + HOUR;
  const asked = { client: backend.client, finder: new UploadIntervalFinder(backend.client, () => now) };
  const refresh = async (later: number) => {
    now += later;
    const from = now - START - HOUR;
    const ask = { profileTypeId: CPU, labelSelector: '{}', groupBy: [], wantedStep: milliseconds(15_000) };
    const before = backend.asked.filter(({ method }) => method === 'selectSeries').length;
    const { series } = await answerSeries(asked, { ...ask, ...span(from, from + HOUR) }, signal);
    return [series.length, backend.asked.filter(({ method }) => method === 'selectSeries').length - before];
  };
  expect(await refresh(0)).toEqual([0, 2]);
  expect(await refresh(10_000)).toEqual([0, 1]);
  expect(await refresh(30_000)).toEqual([0, 1]);
  expect(await refresh(120_000)).toEqual([0, 1]);
  // Longer than what is looked at closely, and what came meanwhile is found.
  expect(await refresh(HOUR + 2 * 60_000)).toEqual([1, 2]);
});

test('of minutes without profiles one question is asked', async () => {
  const { client, asked } = fakeBackend([]);
  await new UploadIntervalFinder(client).find(CPU, '{}', span(0, 60_000), signal);
  expect(asked.filter(({ method }) => method === 'selectSeries')).toHaveLength(1);
});

test('without data the usual interval is taken, and the next question a while later looks again', async () => {
  const backend = fakeBackend([]);
  let now = 0;
  const finder = new UploadIntervalFinder(backend.client, () => now);
  expect((await finder.find(CPU, '{}', span(0, HOUR), signal)).longest).toBe(15_000);
  const asked = backend.asked.length;
  await finder.find(CPU, '{}', span(0, HOUR), signal);
  expect(backend.asked.length).toBe(asked);
  now += 60_000;
  await finder.find(CPU, '{}', span(0, HOUR), signal);
  expect(backend.asked.length).toBeGreaterThan(asked);
});

test('panels that differ in details of a service need one answer between them', async () => {
  const backend = fakeBackend(pod('cart', 'a', 30_000));
  const finder = new UploadIntervalFinder(backend.client);
  await finder.find(CPU, '{service_name="cart"}', span(0, HOUR), signal);
  const asked = backend.asked.length;
  await finder.find(CPU, '{service_name="cart", pod="a"}', span(0, HOUR / 2), signal);
  expect(backend.asked.length).toBe(asked);
  await finder.find(CPU, '{namespace="shop"}', span(0, HOUR), signal);
  expect(backend.asked.length).toBeGreaterThan(asked);
});

test('labels are looked for in the last hour only, and again where there were none', async () => {
  const { client, asked } = fakeBackend(pod('cart', 'a', 30_000, 9 * HOUR, 10 * HOUR));
  const finder = new UploadIntervalFinder(client);
  await finder.find(CPU, '{pod="x"}', span(0, HOUR), signal);
  await finder.find(CPU, '{}', span(0, 10 * HOUR), signal);
  await finder.find(CPU, '{pod="a"}', span(0, 10 * HOUR), signal);
  const names = asked.filter(({ method }) => method === 'labelNames').map(({ question }) => question);
  expect(names).toEqual([
    { matchers: [], span: span(0, HOUR) },
    { matchers: [], span: span(9 * HOUR, 10 * HOUR) },
  ]);
});

test('a backend that refuses the probe is asked the question all the same', async () => {
  const { client } = fakeBackend([]);
  const refusing = {
    ...client,
    labelNames: () => Promise.reject(new ProblemError({ kind: 'bad-request', sentence: 'No.' })),
  };
  const intervals = await new UploadIntervalFinder(refusing).find(CPU, '{}', span(0, HOUR), signal);
  expect(intervals.longest).toBe(15_000);
});

test('a cancelled probe is no answer', async () => {
  const { client } = fakeBackend(pod('cart', 'a', 30_000));
  const controller = new AbortController();
  const finding = new UploadIntervalFinder(client).find(CPU, '{}', span(0, HOUR), controller.signal);
  controller.abort();
  await expect(finding).rejects.toMatchObject({ name: 'AbortError' });
});
