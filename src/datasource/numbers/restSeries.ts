import type { SeriesColumns } from '../../pyroscope/questions';

/**
 * What is left of a total when the series that are shown are taken from it; undefined where nothing is. Nothing is known
 * where nothing is known of the total. Less than a billionth of the total is no rest but rounding.
 *
 * @param total all there is, and `shown` some of it, in the same steps
 */
export function restSeries(total: SeriesColumns, shown: readonly SeriesColumns[]): SeriesColumns | undefined {
  const sums = new Map<number, number>();
  for (const { timestamps, values } of shown) {
    timestamps.forEach((time, at) => {
      const value = values[at];
      sums.set(time, (sums.get(time) ?? 0) + (Number.isNaN(value) ? 0 : value));
    });
  }
  const values = total.values.map((value, at) => {
    const rest = value - (sums.get(total.timestamps[at]) ?? 0);
    return rest > Math.abs(value) * 1e-9 ? rest : Number.isNaN(rest) ? NaN : 0;
  });
  return values.some((value) => value > 0) ? { labels: [], timestamps: total.timestamps, values } : undefined;
}
