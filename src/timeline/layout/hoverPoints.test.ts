import { hoverPoints, hoverTimes, partialEnd } from './hoverPoints';
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

/** As if the pointer's reach were nothing. */
const at = (all: readonly TimelineSeries[], time: number, reach = 0) => hoverPoints(all, time, reach);

test('the pointer finds the nearest moment at which any series has a value', () => {
  const all = [series({ 0: 1, 10: 2 }), series({ 4: 5 })];
  expect(at(all, 3).time).toBe(4);
  expect(at(all, 8).time).toBe(10);
});

test('a series that has no value at that moment shows none, rather than a neighbour', () => {
  const all = [series({ 0: 1, 10: 2, 20: 3 }), series({ 0: 7, 20: 9 }), series({ 0: 7, 10: NaN })];
  expect(at(all, 11)).toEqual({ time: 10, points: [1, -1, -1] });
});

test('series on slightly different grids are shown together', () => {
  expect(at([series({ 0: 1, 10: 2 }), series({ 1: 7, 11: 9 })], 10.2).points).toEqual([1, 1]);
});

test('within a gap there is no data, rather than the values at its edges', () => {
  const gap = [series({ 0: 1, 10: NaN, 20: NaN, 30: NaN, 40: 5 })];
  expect(at(gap, 7)).toEqual({ time: 0, points: [0] });
  expect(at(gap, 18)).toEqual({ time: 18, points: [-1] });
  expect(at(gap, 34)).toEqual({ time: 40, points: [4] });
  expect(at([series({ 0: 1, 10: 2 })], 500)).toEqual({ time: 500, points: [-1] });
});

test('a point whose step is narrower than the pointer can aim is found in its reach', () => {
  const one = [series({ 0: 1, 10: 2 })];
  expect(at(one, 60, 49).points).toEqual([-1]);
  expect(at(one, 60, 50)).toEqual({ time: 10, points: [1] });
});

test('without values nothing is under the pointer', () => {
  expect(at([series({}), series({ 0: NaN })], 5)).toEqual({ time: 5, points: [-1, -1] });
});

test('only the ends that are marked are partial', () => {
  const one = series({ 0: 1, 10: 2, 20: 3 }, { partialLast: true });
  expect([0, 1, 2].map((point) => partialEnd(one, point))).toEqual([undefined, undefined, 'last']);
  expect(partialEnd({ ...one, partialFirst: true }, 0)).toBe('first');
  expect(partialEnd(series({}, { partialLast: true }), -1)).toBeUndefined();
});

test('a keyboard cursor stops at every moment once, and where something else happened', () => {
  const all = [series({ 0: 1, 10: 2 }), series({ 5: 1, 10: 2, 15: NaN })];
  expect(Array.from(hoverTimes(all, [7, 10]))).toEqual([0, 5, 7, 10]);
});
