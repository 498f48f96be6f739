import fc from 'fast-check';
import { valueRange } from './valueRange';
import { valueTicks } from './valueTicks';

const series = (...values: number[]) => ({
  name: 'cpu',
  colour: 'green',
  timestamps: Float64Array.from(values, (_, i) => i),
  values: Float64Array.from(values),
  stepMs: 1,
  partialFirst: false,
  partialLast: false,
});

test('the axis of values that vary much begins at zero', () => {
  expect(valueRange([series(1, 20)])).toEqual({ low: 0, high: 22 });
  expect(valueRange([series(60, 100)])).toEqual({ low: 0, high: 110 });
  expect(valueRange([series(-20, -1)])).toEqual({ low: -22, high: 0 });
});

test('the axis closes in on values that vary little, so that a slow leak can be seen', () => {
  const { low, high } = valueRange([series(100, 110)]);
  expect(low).toBe(99);
  expect(high).toBe(111);
});

test('values that are all the same, missing or absent still have an axis', () => {
  expect(valueRange([series(5, 5)])).toEqual({ low: 0, high: 10 });
  expect(valueRange([series(-5)])).toEqual({ low: -10, high: 0 });
  expect(valueRange([series(0, NaN)])).toEqual({ low: 0, high: 1 });
  expect(valueRange([])).toEqual({ low: 0, high: 1 });
});

test('ticks are the round numbers that a person would choose', () => {
  expect(valueTicks({ low: 0, high: 0.74 }, 120, 30, 10)).toEqual({ values: [0, 0.2, 0.4, 0.6], decimals: 1 });
  expect(valueTicks({ low: 0, high: 2.2e9 }, 150, 30, 10).values).toEqual([0, 5e8, 1e9, 1.5e9, 2e9]);
  expect(valueTicks({ low: 0, high: 900 }, 120, 30, 10).values).toEqual([0, 250, 500, 750]);
  expect(valueTicks({ low: 0, high: 3e-7 }, 90, 30, 10).values).toEqual([0, 1e-7, 2e-7, 3e-7]);
});

test('ticks of bytes are powers of two', () => {
  const MiB = 2 ** 20;
  expect(valueTicks({ low: 0, high: 100 * MiB }, 120, 30, 2).values).toEqual([0, 32 * MiB, 64 * MiB, 96 * MiB]);
});

test('where ticks as far apart as asked would be one, they stand closer', () => {
  const MiB = 2 ** 20;
  expect(valueTicks({ low: 29.5 * MiB, high: 35.9 * MiB }, 79, 20, 2).values).toEqual([30 * MiB, 32 * MiB, 34 * MiB]);
});

test('a plot too low for a tick has none', () => {
  expect(valueTicks({ low: 0, high: 1 }, 10, 30, 10).values).toEqual([]);
});

test('ticks are in the range, ascending, and never closer than labels can stand', () => {
  const anyRange = fc.tuple(
    fc.double({ min: -1e12, max: 1e12, noNaN: true }),
    fc.double({ min: 1e-3, max: 1e12, noNaN: true })
  );
  fc.assert(
    fc.property(
      anyRange,
      fc.integer({ min: 10, max: 2000 }),
      fc.constantFrom(2 as const, 10 as const),
      (r, h, base) => {
        const range = { low: r[0], high: r[0] + r[1] };
        fc.pre(range.high - range.low > Math.abs(range.low) * 1e-6);
        const { values } = valueTicks(range, h, 25, base);
        const slack = (range.high - range.low) * 1e-6;
        values.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(range.low - slack);
          expect(value).toBeLessThanOrEqual(range.high + slack);
          if (i > 0) {
            const pixels = ((value - values[i - 1]) / (range.high - range.low)) * h;
            expect(pixels).toBeGreaterThan(14 - 0.01);
          }
        });
      }
    )
  );
});
