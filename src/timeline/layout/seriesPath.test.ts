import fc from 'fast-check';
import { epochMs } from '../../base/units';
import { timeToX, valueToY, type PlotArea } from './plotArea';
import { seriesPath } from './seriesPath';
import type { TimelineSeries } from './timelineSeries';

const plot: PlotArea = {
  left: 40,
  top: 8,
  width: 100,
  height: 50,
  span: { from: epochMs(0), to: epochMs(10_000) },
  values: { low: 0, high: 1000 },
};

const everyTenMs = (values: readonly number[]): TimelineSeries => ({
  name: 'cpu',
  colour: 'green',
  timestamps: Float64Array.from(values, (_, i) => i * 10),
  values: Float64Array.from(values),
  stepMs: 10,
  partialFirst: false,
  partialLast: false,
});

const someValues = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 1000 });

test('of every column of pixels the lowest and the highest point are drawn', () => {
  fc.assert(
    fc.property(someValues, (values) => {
      const series = everyTenMs(values);
      const { x, y } = seriesPath(series, plot);
      const extremes = (xs: Iterable<number>, ys: ArrayLike<number>) => {
        const columns = new Map<number, [number, number]>();
        let i = 0;
        for (const at of xs) {
          const column = Math.floor(at);
          const value = Math.fround(ys[i++]);
          const [low, high] = columns.get(column) ?? [Infinity, -Infinity];
          columns.set(column, [Math.min(low, value), Math.max(high, value)]);
        }
        return columns;
      };
      const all = extremes(
        Array.from(series.timestamps, (time) => timeToX(plot, time)),
        Array.from(series.values, (value) => valueToY(plot, value))
      );
      expect(extremes(x, y)).toEqual(all);
    })
  );
});

test('no column of pixels costs more than four vertices, and time never runs backwards', () => {
  fc.assert(
    fc.property(someValues, (values) => {
      const { x } = seriesPath(everyTenMs(values), plot);
      const perColumn = new Map<number, number>();
      x.forEach((at, i) => {
        perColumn.set(Math.floor(at), (perColumn.get(Math.floor(at)) ?? 0) + 1);
        expect(i === 0 || at > x[i - 1]).toBe(true);
      });
      expect(Math.max(...perColumn.values())).toBeLessThanOrEqual(4);
    })
  );
});

test('pieces follow each other without holes, and say which is partial', () => {
  const path = seriesPath({ ...everyTenMs([1, 2, NaN, 4, 5, 6]), partialLast: true }, plot);
  expect(Array.from(path.starts)).toEqual([0, 2, 4, 6]);
  expect(Array.from(path.partial)).toEqual([0, 0, 1]);
});
