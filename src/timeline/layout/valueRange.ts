import type { ValueRange } from './plotArea';
import type { TimelineSeries } from './timelineSeries';

/** Share of the values' spread that stays free above (and, away from zero, below) them: as in Grafana's own panel. */
const PADDING = 0.1;

/**
 * The range of the value axis for these series. As in Grafana's own panel, zero is in it unless the values vary little
 * against their height: then the range closes in on them, and a slow leak can be seen.
 */
export function valueRange(series: readonly TimelineSeries[]): ValueRange {
  let low = Infinity;
  let high = -Infinity;
  for (const { values } of series) {
    for (const value of values) {
      if (Number.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
  }
  if (low > high || (low === 0 && high === 0)) {
    return { low: 0, high: 1 };
  }
  if (low === high) {
    return low > 0 ? { low: 0, high: low * 2 } : { low: low * 2, high: 0 };
  }
  const padding = (high - low) * PADDING;
  const paddedLow = low - padding;
  const paddedHigh = high + padding;
  return {
    low: low >= 0 && paddedLow < 0 ? 0 : paddedLow,
    high: high <= 0 && paddedHigh > 0 ? 0 : paddedHigh,
  };
}
