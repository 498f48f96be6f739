import { epochMs, milliseconds } from '../../base/units';
import type { SeriesColumns } from '../../pyroscope/questions';
import { recordedSeries } from '../testing/recordedSeries';
import { averageOverSpan, averageOverSteps, commonStep, slotsOf } from './snapshots';
import { stepGrid } from './stepGrid';

const s = (seconds: number) => milliseconds(seconds * 1000);

/** A series in seconds: `[time, value]`. */
function series(...points: Array<[seconds: number, value: number]>): SeriesColumns {
  return {
    labels: [],
    timestamps: Float64Array.from(points, ([time]) => time * 1000),
    values: Float64Array.from(points, ([, value]) => value),
  };
}

function pointsOf({ timestamps, values }: SeriesColumns): Array<[number, number]> {
  return Array.from(timestamps, (time, i) => [time / 1000, values[i]]);
}

const grid = (from: number, to: number, step: number) =>
  stepGrid({ from: epochMs(from * 1000), to: epochMs(to * 1000) }, s(step));

test('a step holds the average of its snapshots, however many they are', () => {
  const slots = series([15, 100], [30, 110], [45, 120], [60, 130], [75, 200]);
  expect(pointsOf(averageOverSteps(slots, grid(0, 60, 30), Infinity))).toEqual([
    [30, 105],
    [60, 125],
  ]);
  expect(pointsOf(averageOverSteps(slots, grid(0, 60, 60), Infinity))).toEqual([[60, 115]]);
});

test('a step in which nothing ran is left out, and a step that ran for a part of it is not diluted', () => {
  const slots = series([15, 100], [90, 40]);
  expect(pointsOf(averageOverSteps(slots, grid(0, 90, 30), Infinity))).toEqual([
    [30, 100],
    [90, 40],
  ]);
});

test('a slot that is not over does not pull its step down, unless there is no other', () => {
  const slots = series([15, 100], [30, 100], [45, 100], [60, 10]);
  expect(pointsOf(averageOverSteps(slots, grid(0, 50, 30), 50_000))).toEqual([
    [30, 100],
    [60, 100],
  ]);
  expect(pointsOf(averageOverSteps(slots, grid(0, 50, 15), 50_000)).at(-1)).toEqual([60, 10]);
});

test('two snapshots in one slot and none in the next are shared out, early or late', () => {
  const late = slotsOf(series([15, 100], [30, 200], [60, 100]), s(15), s(15));
  expect(pointsOf(late).map(([, value]) => value)).toEqual([100, 100, 100, 100]);
  const early = slotsOf(series([15, 100], [45, 200], [60, 100]), s(15), s(15));
  expect(pointsOf(early).map(([, value]) => value)).toEqual([100, 100, 100, 100]);
});

test('a slot that was skipped by a late timer is as its neighbours, but a longer hole is left', () => {
  expect(pointsOf(slotsOf(series([15, 100], [45, 110], [90, 120]), s(15), s(15)))).toEqual([
    [15, 100],
    [30, 105],
    [45, 110],
    [90, 120],
  ]);
});

test('slots of a service are put together from the shorter ones that were asked for', () => {
  const asked = series([5, 1], [15, 2], [20, 4], [30, 8]);
  expect(pointsOf(slotsOf(asked, s(5), s(15)))).toEqual([
    [15, 3],
    [30, 12],
  ]);
});

test('a slot of several intervals is divided by their number', () => {
  expect(pointsOf(slotsOf(series([60, 400], [120, 440]), s(60), s(15)))).toEqual([
    [60, 100],
    [120, 110],
  ]);
});

test('recorded: memory of a leaking service is the same at steps of 30 s and 120 s, and is not the sum', () => {
  const interval = s(15);
  const average = (name: string, asked: number) => {
    const slots = slotsOf(recordedSeries(name)[0], s(asked), interval);
    const from = 1_795_240_800_000;
    return averageOverSteps(slots, stepGrid({ from: epochMs(from), to: epochMs(from + 1_080_000) }, s(120)), Infinity);
  };
  const at30 = average('session-store.memory_inuse_space', 30);
  const at120 = average('session-store.inuse_space-sum-120', 120);
  expect(at30.values.length).toBe(9);
  expect(Array.from(at30.values, Math.round)).toEqual(Array.from(at120.values, Math.round));
  // 15 MB to 81 MB, where the backend's own sums say 120 MB to 651 MB.
  expect(Math.round(at30.values[0] / 1e6)).toBe(15);
  expect(Math.round(at30.values[8] / 1e6)).toBe(81);
});

test('the average over a span counts the slots that end in it', () => {
  const slots = series([0, 1000], [15, 100], [30, 120], [45, 1000]);
  expect(averageOverSpan(slots, { from: epochMs(0), to: epochMs(40_000) })).toBe(110);
});

test('a span shorter than a slot takes what there is', () => {
  expect(averageOverSpan(series([15, 100]), { from: epochMs(2_000), to: epochMs(4_000) })).toBe(100);
  expect(averageOverSpan(series(), { from: epochMs(2_000), to: epochMs(4_000) })).toBe(0);
});

test.each([
  [[15, 60], 15],
  [[10, 15], 5],
  [[30], 30],
])('intervals of %p s have a common step of %d s', (intervals, common) => {
  expect(commonStep(intervals.map(s))).toBe(common * 1000);
});
