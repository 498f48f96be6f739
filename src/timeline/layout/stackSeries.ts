import { stepOfSeries } from './stepOfSeries';
import type { TimelineSeries } from './timelineSeries';

/** A series and where it is drawn, in the timeline's unit. */
export interface DrawnSeries extends TimelineSeries {
  /** PointIndex -> where the line runs. Absent: along the values. */
  readonly tops?: Float64Array;
  /** PointIndex -> where its area begins. Absent: it has none of its own. */
  readonly floors?: Float64Array;
}

/**
 * Series upon each other, the first at the bottom. One that has no value at a step takes no room there. Points of
 * different series belong together where they fall on the same step.
 */
export function stackSeries(series: readonly TimelineSeries[]): DrawnSeries[] {
  const slotOf = slotsOf(series);
  const heights = new Map<number, number>();
  return series.map((one) => {
    const { timestamps, values } = one;
    const tops = new Float64Array(values.length);
    const floors = new Float64Array(values.length);
    for (let i = 0; i < values.length; i++) {
      const slot = slotOf(timestamps[i]);
      floors[i] = heights.get(slot) ?? 0;
      tops[i] = floors[i] + values[i];
      if (Number.isFinite(values[i])) {
        heights.set(slot, tops[i]);
      }
    }
    return { ...one, tops, floors };
  });
}

/** Time -> the step that it belongs to, on the finest grid of the series. */
function slotsOf(series: readonly TimelineSeries[]): (time: number) => number {
  const steps = series.map(stepOfSeries).filter((step) => step > 0);
  if (steps.length === 0) {
    return (time) => time;
  }
  const step = Math.min(...steps);
  const phase = series.find(({ timestamps }) => timestamps.length > 0)?.timestamps[0] ?? 0;
  return (time) => Math.round((time - phase) / step);
}
