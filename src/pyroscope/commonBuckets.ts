import type { Heatmap } from './questions';

/**
 * Heatmaps with buckets of their own, on one set of buckets from the smallest value of all to the largest: as many as
 * the finest of them has, which is what the backend would take for all of it at once. Where in a bucket its profiles
 * were nobody can tell any more, so they are spread over it evenly; each slot keeps its number of profiles.
 *
 * @param parts none of them without buckets
 */
export function onCommonBuckets(parts: readonly Heatmap[]): Heatmap[] {
  const edges = parts.map(({ bucketMins }) => edgesOf(bucketMins));
  const lowest = Math.min(...edges.map(([first]) => first));
  const highest = Math.max(...edges.map((each) => each[each.length - 1]));
  const count = Math.max(...parts.map(({ bucketMins }) => bucketMins.length));
  const common = Float64Array.from({ length: count + 1 }, (_, i) => lowest + ((highest - lowest) * i) / count);
  return parts.map(({ series }, at) => ({
    bucketMins: common.slice(0, count),
    series: series.map((each) => {
      const slots = Array.from(each.timestamps, (_, slot) =>
        each.counts.subarray(slot * (edges[at].length - 1), (slot + 1) * (edges[at].length - 1))
      );
      return { ...each, counts: Uint32Array.from(slots.flatMap((slot) => spread(slot, edges[at], common))) };
    }),
  }));
}

/** Lower bounds and, at the end, the upper bound of the last bucket. */
function edgesOf(mins: Float64Array): Float64Array {
  const last = mins[mins.length - 1];
  const width = mins.length > 1 ? last - mins[mins.length - 2] : Math.max(1, last);
  return Float64Array.of(...mins, last + width);
}

/** Whole numbers with the same sum: differences of rounded sums, so that what one bucket loses the next one has. */
function spread(counts: Uint32Array, edges: Float64Array, common: Float64Array): number[] {
  const sumsAt = Array.from(common, (edge) => Math.round(sumBelow(edge, counts, edges)));
  return sumsAt.slice(1).map((sum, i) => sum - sumsAt[i]);
}

function sumBelow(value: number, counts: Uint32Array, edges: Float64Array): number {
  return counts.reduce((sum, count, i) => {
    const share = (value - edges[i]) / (edges[i + 1] - edges[i]);
    return sum + count * Math.min(1, Math.max(0, share));
  }, 0);
}
