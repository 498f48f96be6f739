import type { ValueRange } from './plotArea';

/** Share of the values' spread that stays free above and below them, but not beyond zero: as in Grafana's own panel. */
const PADDING = 0.1;

/** Values whose lowest is more than this share of the highest vary little. */
const LITTLE_VARIATION = 0.75;

/**
 * The range of the value axis for these columns of values; what is not finite does not count. Zero is in it, so that twice the height is twice the value, unless the
 * values vary little against their height: then the range closes in on them, and a slow leak can be seen.
 */
export function valueRange(columns: readonly { readonly values: Float64Array }[]): ValueRange {
  let low = Infinity;
  let high = -Infinity;
  for (const { values } of columns) {
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
  if (low >= 0 && low <= high * LITTLE_VARIATION) {
    low = 0;
  } else if (high <= 0 && high >= low * LITTLE_VARIATION) {
    high = 0;
  }
  const padding = (high - low) * PADDING;
  return { low: low === 0 ? 0 : low - padding, high: high === 0 ? 0 : high + padding };
}
