import { seriesStats } from './seriesStats';

const series = (values: number[], partialFirst = false, partialLast = false) => ({
  name: 'cpu',
  colour: 'green',
  timestamps: Float64Array.from(values, (_, i) => i),
  values: Float64Array.from(values),
  stepMs: 1,
  partialFirst,
  partialLast,
});

test('last, mean and max skip what is missing', () => {
  expect(seriesStats(series([1, NaN, 6, 2, NaN]))).toEqual({ last: 2, mean: 3, max: 6 });
});

test('a partial step pulls neither the last value nor the mean down', () => {
  expect(seriesStats(series([1, 4, 6, 2], true, true))).toEqual({ last: 6, mean: 5, max: 6 });
});

test('where there are only partial steps, they are better than nothing', () => {
  expect(seriesStats(series([3], true, true))).toEqual({ last: 3, mean: 3, max: 3 });
});

test('no values, no figures', () => {
  expect(seriesStats(series([NaN]))).toBeUndefined();
});
