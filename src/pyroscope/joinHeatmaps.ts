import { ProblemError } from '../base/problem';
import type { Heatmap, HeatmapSeries } from './questions';

/**
 * Heatmaps of one question that was asked in parts, in the order of time, as if it had been asked at once: parts of a
 * series are those with the same labels. The one with the most profiles first, equal ones by their labels, at most
 * `limit`. Parts without data have no buckets and are no hindrance.
 *
 * @throws ProblemError `bad-range` where the buckets of two parts differ. The backend takes twenty between the smallest
 *   and the largest value of a range, and how many profiles of a bucket were in a part of it nobody can tell any more.
 */
export function joinHeatmaps(parts: readonly Heatmap[], limit?: number): Heatmap {
  const filled = parts.filter(({ series }) => series.some(({ timestamps }) => timestamps.length > 0));
  const bucketMins = filled[0]?.bucketMins ?? new Float64Array();
  const isSame = (other: Float64Array) =>
    other.length === bucketMins.length && other.every((min, bucket) => min === bucketMins[bucket]);
  if (!filled.every((part) => isSame(part.bucketMins))) {
    throw new ProblemError({
      kind: 'bad-range',
      sentence:
        'This range is longer than the backend allows at a time, and heatmaps of its parts cannot be put together: choose a shorter one.',
    });
  }
  const byLabels = new Map<string, HeatmapSeries[]>();
  for (const series of filled.flatMap((part) => part.series)) {
    const key = JSON.stringify(series.labels.map(({ name, value }) => [name, value]));
    byLabels.set(key, [...(byLabels.get(key) ?? []), series]);
  }
  const joined = Array.from(byLabels, ([key, pieces]) => {
    const series = joinPieces(pieces);
    return { key, series, count: series.counts.reduce((sum, count) => sum + count, 0) };
  });
  joined.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
  return { bucketMins, series: joined.slice(0, limit || undefined).map(({ series }) => series) };
}

function joinPieces(pieces: readonly HeatmapSeries[]): HeatmapSeries {
  return {
    labels: pieces[0].labels,
    timestamps: Float64Array.from(pieces.flatMap(({ timestamps }) => Array.from(timestamps))),
    counts: Uint32Array.from(pieces.flatMap(({ counts }) => Array.from(counts))),
    exemplars: pieces.flatMap(({ exemplars }) => exemplars),
  };
}
