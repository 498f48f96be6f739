import fc from 'fast-check';
import { stackSeries } from './stackSeries';
import type { TimelineSeries } from './timelineSeries';

const series = (points: Record<number, number>): TimelineSeries => ({
  name: 'cpu',
  colour: 'green',
  timestamps: Float64Array.from(Object.keys(points), Number),
  values: Float64Array.from(Object.values(points)),
  stepMs: 10,
  partialFirst: false,
  partialLast: false,
});

const bands = (all: readonly TimelineSeries[]) =>
  stackSeries(all).map(({ floors = [], tops = [] }) => Array.from(tops, (top, i) => `${floors[i]}..${top}`));

test('each series begins where the one before it ends, and keeps its own values', () => {
  const all = [series({ 0: 1, 10: 2 }), series({ 0: 5, 10: 6 }), series({ 0: 1, 10: 1 })];
  expect(bands(all)).toEqual([
    ['0..1', '0..2'],
    ['1..6', '2..8'],
    ['6..7', '8..9'],
  ]);
  expect(stackSeries(all).map(({ values }) => values)).toEqual(all.map(({ values }) => values));
});

test('a series without a value at a step takes no room there', () => {
  expect(bands([series({ 0: 1, 10: NaN, 20: 3 }), series({ 10: 6, 20: 1 })])).toEqual([
    ['0..1', '0..NaN', '0..3'],
    ['0..6', '3..4'],
  ]);
});

test('points that are a little off belong to the same step', () => {
  expect(bands([series({ 5: 1, 15: 2 }), series({ 6: 10, 14: 20 })])).toEqual([
    ['0..1', '0..2'],
    ['1..11', '2..22'],
  ]);
});

test('the uppermost line is what all series add up to', () => {
  const column = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(column, { minLength: 1, maxLength: 6 }), (columns) => {
      const stacked = stackSeries(
        columns.map((values) => series(Object.fromEntries(values.map((v, i) => [i * 10, v]))))
      );
      const sums = [0, 1, 2, 3, 4].map((i) => columns.reduce((sum, values) => sum + values[i], 0));
      expect(Array.from(stacked[stacked.length - 1].tops ?? [])).toEqual(sums);
    })
  );
});
