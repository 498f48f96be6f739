import { DataFrameType, FieldType, type DataFrame } from '@grafana/data';
import { pyrolensMeta, type HeatmapFrameMeta } from './frameMeta';

/** Counts by time and value: `counts` holds, slot by slot, as many numbers as there are buckets. */
export interface HeatmapInput {
  /** Lower bounds of the buckets, ascending and equally far apart, in the sample unit. */
  readonly bucketMins: ArrayLike<number>;
  /** Ends of the slots, milliseconds since the Unix epoch, ascending. */
  readonly timestamps: ArrayLike<number>;
  readonly counts: ArrayLike<number>;
}

export interface HeatmapFrameOptions {
  readonly refId: string;
  readonly name: string;
  /** Grafana's unit id of the values that are counted. */
  readonly unit: string;
  /** Id of the panel that draws it in Explore, which would take it for lines. */
  readonly panelInExplore: string;
  readonly meta: HeatmapFrameMeta;
}

/**
 * A heatmap as Grafana's panel for heatmaps takes it (public/app/plugins/panel/heatmap/fields.ts, sparse cells): a row a
 * cell, without the empty ones, with the fields `xMax` (end of the slot), `yMin`, `yMax` and `count` in this order.
 */
export function heatmapFrame(
  { bucketMins, timestamps, counts }: HeatmapInput,
  { refId, name, unit, panelInExplore, meta }: HeatmapFrameOptions
): DataFrame {
  const buckets = bucketMins.length;
  const width = buckets > 1 ? bucketMins[1] - bucketMins[0] : Math.max(1, bucketMins[0] ?? 1);
  const cells = { xMax: [] as number[], yMin: [] as number[], yMax: [] as number[], count: [] as number[] };
  for (let slot = 0; slot < timestamps.length; slot++) {
    for (let bucket = 0; bucket < buckets; bucket++) {
      const count = counts[slot * buckets + bucket];
      if (count > 0) {
        cells.xMax.push(timestamps[slot]);
        cells.yMin.push(bucketMins[bucket]);
        cells.yMax.push(bucketMins[bucket + 1] ?? bucketMins[bucket] + width);
        cells.count.push(count);
      }
    }
  }
  return {
    refId,
    name,
    length: cells.count.length,
    fields: [
      // The length of a slot, which the panel cannot tell from a single one.
      { name: 'xMax', type: FieldType.time, config: { interval: meta.stepMs }, values: cells.xMax },
      { name: 'yMin', type: FieldType.number, config: { unit }, values: cells.yMin },
      { name: 'yMax', type: FieldType.number, config: { unit }, values: cells.yMax },
      { name: 'count', type: FieldType.number, config: { unit: 'short' }, values: cells.count },
    ],
    meta: {
      type: DataFrameType.HeatmapCells,
      preferredVisualisationPluginId: panelInExplore,
      custom: { pyrolens: meta },
    },
  };
}

/** Whether a frame holds a heatmap in the form that `heatmapFrame` gives it, from whichever data source it is. */
export function isHeatmapFrame(frame: DataFrame): boolean {
  const isMarked = frame.meta?.type === DataFrameType.HeatmapCells || pyrolensMeta(frame)?.kind === 'heatmap';
  return (
    isMarked && ['xMax', 'yMin', 'yMax', 'count'].every((name) => frame.fields.some((field) => field.name === name))
  );
}
