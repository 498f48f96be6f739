import { onCommonBuckets } from './commonBuckets';
import type { Heatmap, HeatmapSeries } from './questions';

/**
 * Heatmaps of one question that was asked in parts, in the order of time, as if it had been asked at once: parts of a
 * series are those with the same labels. The one with the most profiles first, equal ones by their labels, at most
 * `limit`. Parts without data have no buckets and are no hindrance.
 *
 * The backend takes twenty buckets between the smallest and the largest value of a range, so parts rarely have the same:
 * they are then brought to common ones, and the answer says so by `isSpread`.
 */
export function joinHeatmaps(parts: readonly Heatmap[], limit?: number): Heatmap {
  const filled = parts.filter(({ series }) => series.some(({ timestamps }) => timestamps.length > 0));
  const isSame = filled.every(({ bucketMins }) => areSame(bucketMins, filled[0].bucketMins));
  const alike = isSame ? filled : onCommonBuckets(filled);
  const bucketMins = alike[0]?.bucketMins ?? new Float64Array();
  const byLabels = new Map<string, HeatmapSeries[]>();
  for (const series of alike.flatMap((part) => part.series)) {
    const key = JSON.stringify(series.labels.map(({ name, value }) => [name, value]));
    byLabels.set(key, [...(byLabels.get(key) ?? []), series]);
  }
  const joined = Array.from(byLabels, ([key, pieces]) => {
    const series = joinPieces(pieces);
    return { key, series, count: series.counts.reduce((sum, count) => sum + count, 0) };
  });
  joined.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  return {
    bucketMins,
    series: joined.slice(0, limit || undefined).map(({ series }) => series),
    ...(isSame ? {} : { isSpread: true }),
  };
}

function areSame(mins: Float64Array, others: Float64Array): boolean {
  return mins.length === others.length && mins.every((min, bucket) => min === others[bucket]);
}

function joinPieces(pieces: readonly HeatmapSeries[]): HeatmapSeries {
  return {
    labels: pieces[0].labels,
    timestamps: Float64Array.from(pieces.flatMap(({ timestamps }) => Array.from(timestamps))),
    counts: Uint32Array.from(pieces.flatMap(({ counts }) => Array.from(counts))),
    exemplars: pieces.flatMap(({ exemplars }) => exemplars),
  };
}
