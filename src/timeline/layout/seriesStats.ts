import type { TimelineSeries } from './timelineSeries';

/** Figures of a series over its complete steps, in its unit. */
export interface SeriesStats {
  readonly last: number;
  readonly mean: number;
  readonly max: number;
}

/**
 * Last, mean and largest value. A partial first or last step says nothing about a level, so it is left out, unless
 * there is no other. Undefined for a series without a value.
 */
export function seriesStats(series: TimelineSeries): SeriesStats | undefined {
  const count = series.values.length;
  const start = series.partialFirst ? 1 : 0;
  const end = series.partialLast ? count - 1 : count;
  return statsOf(series.values, start, end) ?? statsOf(series.values, 0, count);
}

function statsOf(values: Float64Array, start: number, end: number): SeriesStats | undefined {
  let last = NaN;
  let sum = 0;
  let count = 0;
  let max = -Infinity;
  for (let i = start; i < end; i++) {
    const value = values[i];
    if (Number.isFinite(value)) {
      last = value;
      sum += value;
      count++;
      max = Math.max(max, value);
    }
  }
  return count > 0 ? { last, mean: sum / count, max } : undefined;
}
