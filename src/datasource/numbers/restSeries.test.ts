import fc from 'fast-check';
import { restSeries } from './restSeries';

const series = (values: readonly number[]) => ({
  labels: [],
  timestamps: Float64Array.from(values, (_, at) => at * 1000),
  values: Float64Array.from(values),
});
const value = fc.oneof(fc.constant(0), fc.double({ min: 1e-3, max: 1e12, noNaN: true }));

test('shown and rest are the total, in every step', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 20 }), (steps) => {
      const total = series(steps.map(([a, b, c]) => a + b + c));
      const shown = [series(steps.map(([a]) => a)), series(steps.map(([, b]) => b))];
      const rest = restSeries(total, shown);
      steps.forEach(([a, b], at) => {
        const sum = a + b + (rest?.values[at] ?? 0);
        expect(Math.abs(sum - total.values[at])).toBeLessThanOrEqual(total.values[at] * 2e-9);
      });
    })
  );
});

test('where everything is shown there is no rest, but for rounding', () => {
  expect(restSeries(series([0.1 + 0.2, 5]), [series([0.3, 5])])).toBeUndefined();
});

test('a step that a series lacks is all rest, and a gap stays one', () => {
  const shown = { labels: [], timestamps: Float64Array.of(0), values: Float64Array.of(1) };
  expect([...(restSeries(series([3, 4, NaN]), [shown])?.values ?? [])]).toEqual([2, 4, NaN]);
});
