import type { EpochMs } from '../../base/units';

/** Something that stands out in a time series. */
export interface SeriesMark {
  /** Begin of the first step of it. */
  readonly from: EpochMs;
  /** End of its last step. */
  readonly to: EpochMs;
  /** The value that stands out: the extreme one of a spike, the level after a step. */
  readonly value: number;
  /** What the series was at before, in the unit of the series. */
  readonly usual: number;
}

/** One series as it is searched for marks: evenly spaced, NaN where nothing is known. */
export interface MarkedSeries {
  /** Ends of the steps, milliseconds since the Unix epoch, ascending. */
  readonly timestamps: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** The middle value; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The spread of values about their median as a standard deviation would tell it, but not moved by the few that stand
 * out: the median distance from the median, times 1.4826, which makes it the standard deviation of a normal
 * distribution (Hampel 1974, "The influence curve and its role in robust estimation").
 */
export function robustSpread(values: readonly number[]): number {
  const middle = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
}
