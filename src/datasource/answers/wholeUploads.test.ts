import { epochMs, type TimeSpan } from '../../base/units';
import { fakeBackend, process } from '../testing/fakeBackend';
import { UploadIntervalFinder } from './uploadIntervals';
import { overWholeUploads } from './wholeUploads';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const START = 1_795_240_800_000;
const query = { profileTypeId: CPU, labelSelector: '{service_name="cart"}' };
const { signal } = new AbortController();
const span = (from: number, to: number): TimeSpan => ({ from: epochMs(START + from), to: epochMs(START + to) });

async function widen(asked: TimeSpan, every = 10_000) {
  const labels = { service_name: 'cart' };
  const backend = fakeBackend(
    process({ type: CPU, labels, from: START, to: START + 600_000, every, picture: 'main 1' })
  );
  const whole = await overWholeUploads({ finder: new UploadIntervalFinder(backend.client) }, query, asked, signal);
  const { client } = backend;
  const tree = await client.mergeStacktraces({ ...query, ...whole.span }, signal);
  return { ...whole, profiles: tree.total[0], asked: backend.asked.length };
}

test('a span of a trace is between two uploads, and gets the profiles around it', async () => {
  const { profiles, notice } = await widen(span(304_000, 304_120));
  // Of the uploads at 300 and 310 s, one covers it, whether their times are where they begin or where they end.
  expect(profiles).toBe(2);
  expect(notice).toBe(
    'The time range is shorter than what one profile covers (10s): shown is what was profiled from 10s before it to 10s after it.'
  );
});

test('it is as much wider as the uploads are apart', async () => {
  expect((await widen(span(304_000, 304_120), 30_000)).span).toEqual(span(274_000, 334_120));
});

test('a range that whole profiles fit into is as it is, and a long one is not looked at', async () => {
  const short = await widen(span(300_000, 312_000));
  expect([short.span, short.notice]).toEqual([span(300_000, 312_000), undefined]);
  const long = await widen(span(300_000, 360_000));
  // The profile alone was asked for.
  expect([long.span, long.notice, long.asked]).toEqual([span(300_000, 360_000), undefined, 1]);
});
