import { hoverPoints, hoverTimes, isPartialPoint } from './hoverPoints';
import type { TimelineSeries } from './timelineSeries';

const series = (points: Record<number, number>, rest: Partial<TimelineSeries> = {}): TimelineSeries => ({
  name: 'cpu',
  colour: 'green',
  timestamps: Float64Array.from(Object.keys(points), Number),
  values: Float64Array.from(Object.values(points)),
  stepMs: 10,
  partialFirst: false,
  partialLast: false,
  ...rest,
});

test('the pointer finds the nearest moment at which any series has a value', () => {
  const all = [series({ 0: 1, 10: 2 }), series({ 4: 5 })];
  expect(hoverPoints(all, 3)?.time).toBe(4);
  expect(hoverPoints(all, 8)?.time).toBe(10);
});

test('a series that has no value at that moment shows none, rather than a neighbour', () => {
  const all = [series({ 0: 1, 10: 2, 20: 3 }), series({ 0: 7, 20: 9 }), series({ 0: 7, 10: NaN })];
  expect(hoverPoints(all, 11)).toEqual({ time: 10, points: [1, -1, -1] });
});

test('series on slightly different grids are shown together', () => {
  expect(hoverPoints([series({ 0: 1, 10: 2 }), series({ 1: 7, 11: 9 })], 10.2)?.points).toEqual([1, 1]);
});

test('a missing value is walked over, to either side', () => {
  const gap = [series({ 0: 1, 10: NaN, 20: NaN, 30: NaN, 40: 5 })];
  expect(hoverPoints(gap, 18)?.time).toBe(0);
  expect(hoverPoints(gap, 22)?.time).toBe(40);
});

test('without values nothing is under the pointer', () => {
  expect(hoverPoints([series({}), series({ 0: NaN })], 5)).toBeUndefined();
});

test('only the ends that are marked are partial', () => {
  const one = series({ 0: 1, 10: 2, 20: 3 }, { partialLast: true });
  expect([0, 1, 2].map((point) => isPartialPoint(one, point))).toEqual([false, false, true]);
  expect(isPartialPoint(series({}, { partialLast: true }), -1)).toBe(false);
});

test('a keyboard cursor stops at every moment once', () => {
  expect(Array.from(hoverTimes([series({ 0: 1, 10: 2 }), series({ 5: 1, 10: 2, 15: NaN })]))).toEqual([0, 5, 10]);
});
