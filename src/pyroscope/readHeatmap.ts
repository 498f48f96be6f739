import { ProblemError } from '../base/problem';
import type { HeatmapSeries as WireHeatmapSeries, HeatmapSlot } from './gen/types/v1/types_pb';
import type { Heatmap, HeatmapSeries } from './questions';
import { readExemplar } from './readExemplar';

/** @throws ProblemError `malformed-answer` where slots have other buckets than the first one. */
export function readHeatmap(series: readonly WireHeatmapSeries[]): Heatmap {
  const first = series.find(({ slots }) => slots.length > 0)?.slots[0];
  const bucketMins = Float64Array.from(first?.yMin ?? []);
  return withoutEmptyWidths({ bucketMins, series: series.map((each) => readSeries(each, bucketMins)) });
}

/**
 * The backend rounds bounds down to whole numbers (pkg/model/heatmap/range.go), so where all values are close to each
 * other, several buckets begin at the same one, and all but the last of those have no width. They are one bucket here;
 * and where there is but one value, its bucket is a twentieth of it wide.
 */
function withoutEmptyWidths({ bucketMins, series }: Heatmap): Heatmap {
  const distinct = Float64Array.from(new Set(bucketMins));
  if (distinct.length === bucketMins.length) {
    return { bucketMins, series };
  }
  const places = Array.from(bucketMins, (min) => distinct.indexOf(min));
  const mins =
    distinct.length > 1 ? distinct : Float64Array.of(distinct[0], distinct[0] + Math.max(1, distinct[0] / 20));
  return {
    bucketMins: mins,
    series: series.map((each) => {
      const counts = new Uint32Array(each.timestamps.length * mins.length);
      each.counts.forEach((count, i) => {
        const slot = Math.floor(i / bucketMins.length);
        counts[slot * mins.length + places[i % bucketMins.length]] += count;
      });
      return { ...each, counts };
    }),
  };
}

function readSeries({ labels, slots }: WireHeatmapSeries, bucketMins: Float64Array): HeatmapSeries {
  const timestamps = new Float64Array(slots.length);
  const counts = new Uint32Array(slots.length * bucketMins.length);
  slots.forEach((slot, i) => {
    checkBuckets(slot, bucketMins);
    timestamps[i] = Number(slot.timestamp);
    counts.set(slot.counts, i * bucketMins.length);
  });
  return {
    labels: labels.map(({ name, value }) => ({ name, value })),
    timestamps,
    counts,
    exemplars: slots.flatMap(({ exemplars }) => exemplars.map(readExemplar)),
  };
}

function checkBuckets({ yMin, counts }: HeatmapSlot, bucketMins: Float64Array): void {
  const isSame = yMin.length === bucketMins.length && yMin.every((min, bucket) => min === bucketMins[bucket]);
  if (!isSame || counts.length !== bucketMins.length || counts.some((count) => count < 0)) {
    throw new ProblemError({
      kind: 'malformed-answer',
      sentence: 'The heatmap cannot be shown because its parts do not fit together: run the query again.',
      detail: `${counts.length} counts and ${yMin.length} buckets in a slot, ${bucketMins.length} in the first one`,
    });
  }
}
