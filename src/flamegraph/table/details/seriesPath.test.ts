import { largestOf, linePath, nearestPoint } from './seriesPath';

const scale = { width: 100, height: 10, most: 8 };

test('points stand by their time and value', () => {
  expect(linePath(Float64Array.of(0, 10, 40), Float64Array.of(0, 8, 4), scale)).toBe('M0.0 10.0L25.0 0.0L100.0 5.0');
});

test('what is no number is a gap', () => {
  expect(linePath(Float64Array.of(0, 10, 40), Float64Array.of(0, NaN, 4), scale)).toBe('M0.0 10.0M100.0 5.0');
});

test('one point, and values of nothing, have places too', () => {
  expect(linePath(Float64Array.of(5), Float64Array.of(0), { ...scale, most: 0 })).toBe('M50.0 10.0');
  expect(largestOf(Float64Array.of(NaN, 2), Float64Array.of(3, Infinity))).toBe(3);
});

test('the point nearest to the pointer', () => {
  const timestamps = Float64Array.of(0, 10, 40);
  expect([0, 20, 60, 70, 500].map((x) => nearestPoint(timestamps, x, 100))).toEqual([0, 1, 1, 2, 2]);
});
