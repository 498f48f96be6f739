import type { Milliseconds } from '../../base/units';
import type { SeriesColumns } from '../../pyroscope/questions';

/**
 * Sums over steps -> values per second times `scale`: 30 s of CPU in a step of 15 s are 2 cores, at any step. For
 * cumulative types.
 */
export function ratePerSecond(series: SeriesColumns, step: Milliseconds, scale: number): SeriesColumns {
  const seconds = step / 1000;
  return { ...series, values: series.values.map((value) => (value / seconds) * scale) };
}

/** The same series with every value times `factor`. */
export function scaleSeries(series: SeriesColumns, factor: number): SeriesColumns {
  return factor === 1 ? series : { ...series, values: series.values.map((value) => value * factor) };
}
