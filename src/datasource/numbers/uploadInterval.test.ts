import { recordedSeries } from '../testing/recordedSeries';
import { estimateUploadInterval } from './uploadInterval';

/** Upload times from the gaps between them, in seconds. */
function times(...gaps: number[]): number[] {
  let now = 1_795_240_800_000;
  return [now, ...gaps.map((gap) => (now += gap * 1000))];
}

test('one process that uploads regularly', () => {
  expect(estimateUploadInterval([times(15, 15, 15, 15)])).toBe(15_000);
});

test('timers that are a little late', () => {
  expect(estimateUploadInterval([times(10, 11, 10, 9, 10, 10, 11)])).toBe(10_000);
});

test('an upload that was lost', () => {
  expect(estimateUploadInterval([times(15, 15, 30, 15, 15, 15, 15)])).toBe(15_000);
});

test('two processes with the same labels, each every 30 s', () => {
  expect(estimateUploadInterval([times(7, 23, 7, 23, 7, 23, 7, 23)])).toBe(30_000);
});

test('three processes with the same labels, each every 15 s', () => {
  expect(estimateUploadInterval([times(3, 4, 8, 3, 4, 8, 3, 4, 8, 3, 4, 8)])).toBe(15_000);
});

test('parts of a process that are there now and then do not hide how often it uploads', () => {
  const sparse = times(45, 15, 90, 30, 15);
  expect(estimateUploadInterval([sparse, times(15, 15, 15, 15, 15, 15, 15, 15)])).toBe(15_000);
});

test('where every part is sparse, the shortest gap that repeats counts', () => {
  expect(estimateUploadInterval([times(60, 15, 45, 15, 120, 30)])).toBe(15_000);
});

test('too few uploads say nothing', () => {
  expect(estimateUploadInterval([])).toBeUndefined();
  expect(estimateUploadInterval([times(15), times(), times(40)])).toBeUndefined();
});

test('most processes decide', () => {
  expect(estimateUploadInterval([times(15, 15, 15), times(15, 15, 15), times(60, 60, 60)])).toBe(15_000);
});

test('recorded: pods of a Go service send CPU every 30 s, although the service as a whole is heard every 15 s', () => {
  const seconds = (name: string) => estimateUploadInterval(recordedSeries(name).map(({ timestamps }) => timestamps));
  expect(seconds('checkout.cpu-step-15')).toBe(15_000);
  expect(seconds('checkout.cpu-by-pod')).toBe(30_000);
});
