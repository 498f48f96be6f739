import { nearestIndex } from './bisect';
import { stepOfSeries } from './stepOfSeries';
import type { PointIndex, TimelineSeries } from './timelineSeries';

/** What lies under the pointer: one moment, and for each series its point there. */
export interface HoverPoints {
  /** Milliseconds since the epoch: the timestamp of the nearest point of all series, or the moment itself where none is near. */
  readonly time: number;
  /** SeriesIndex -> PointIndex, -1 where the series has no value at that moment. */
  readonly points: readonly PointIndex[];
}

/** A point belongs to the moments that are nearer to it than to where its neighbours would be, and a bit more where one lacks. */
const NEAR_IN_STEPS = 0.75;

/**
 * The points nearest to `time`, but none that is further away than a step would be: there is no data then.
 *
 * @param reach milliseconds within which a point counts as near however short the step is
 */
export function hoverPoints(series: readonly TimelineSeries[], time: number, reach: number): HoverPoints {
  let nearest = NaN;
  for (const one of series) {
    const point = nearestWithValue(one.timestamps, one.values, time);
    const distance = point < 0 ? Infinity : Math.abs(one.timestamps[point] - time);
    const isNear = distance <= Math.max(reach, stepOfSeries(one) * NEAR_IN_STEPS);
    if (isNear && !(distance >= Math.abs(nearest - time))) {
      nearest = one.timestamps[point];
    }
  }
  const points = series.map((one) => {
    const point = nearestIndex(one.timestamps, nearest);
    const near = point >= 0 && Math.abs(one.timestamps[point] - nearest) <= stepOfSeries(one) / 2;
    return near && Number.isFinite(one.values[point]) ? point : -1;
  });
  return { time: Number.isNaN(nearest) ? time : nearest, points };
}

/** Whether a point stands for a step that lies partly outside of what was asked, and at which end. */
export function partialEnd(series: TimelineSeries, point: PointIndex): 'first' | 'last' | undefined {
  if (series.partialFirst && point === 0) {
    return 'first';
  }
  return series.partialLast && point >= 0 && point === series.timestamps.length - 1 ? 'last' : undefined;
}

function nearestWithValue(timestamps: Float64Array, values: Float64Array, time: number): PointIndex {
  const nearest = nearestIndex(timestamps, time);
  for (let before = nearest, after = nearest; before >= 0 || after < timestamps.length; before--, after++) {
    const hasBefore = before >= 0 && Number.isFinite(values[before]);
    const hasAfter = after >= 0 && after < timestamps.length && Number.isFinite(values[after]);
    if (hasBefore && hasAfter) {
      return time - timestamps[before] <= timestamps[after] - time ? before : after;
    }
    if (hasBefore || hasAfter) {
      return hasBefore ? before : after;
    }
  }
  return -1;
}

/** The timestamps of all series' values and the other moments, ascending, each once: the stops of a keyboard cursor. */
export function hoverTimes(series: readonly TimelineSeries[], others: readonly number[] = []): Float64Array {
  const times = new Set<number>(others);
  for (const { timestamps, values } of series) {
    for (let i = 0; i < timestamps.length; i++) {
      if (Number.isFinite(values[i])) {
        times.add(timestamps[i]);
      }
    }
  }
  return Float64Array.from(times).sort();
}
