import { nearestIndex } from './bisect';
import { stepOfSeries } from './stepOfSeries';
import type { PointIndex, TimelineSeries } from './timelineSeries';

/** What lies under the pointer: one moment, and for each series its point there. */
export interface HoverPoints {
  /** Milliseconds since the epoch: the timestamp of the nearest point of all series. */
  readonly time: number;
  /** SeriesIndex -> PointIndex, -1 where the series has no value at that moment. */
  readonly points: readonly PointIndex[];
}

/** The points nearest to `time`, or undefined where no series has a value. */
export function hoverPoints(series: readonly TimelineSeries[], time: number): HoverPoints | undefined {
  let nearest = NaN;
  for (const { timestamps, values } of series) {
    const point = nearestWithValue(timestamps, values, time);
    if (point >= 0 && !(Math.abs(timestamps[point] - time) >= Math.abs(nearest - time))) {
      nearest = timestamps[point];
    }
  }
  if (Number.isNaN(nearest)) {
    return undefined;
  }
  const points = series.map((one) => {
    const point = nearestIndex(one.timestamps, nearest);
    const near = point >= 0 && Math.abs(one.timestamps[point] - nearest) <= stepOfSeries(one) / 2;
    return near && Number.isFinite(one.values[point]) ? point : -1;
  });
  return { time: nearest, points };
}

/** True where the point stands for a step that lies partly outside of what was asked. */
export function isPartialPoint(series: TimelineSeries, point: PointIndex): boolean {
  return (
    (series.partialFirst && point === 0) || (series.partialLast && point === series.timestamps.length - 1 && point >= 0)
  );
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

/**
 * The timestamps of all series' values, ascending, each once: the stops of a keyboard cursor.
 */
export function hoverTimes(series: readonly TimelineSeries[]): Float64Array {
  const times = new Set<number>();
  for (const { timestamps, values } of series) {
    for (let i = 0; i < timestamps.length; i++) {
      if (Number.isFinite(values[i])) {
        times.add(timestamps[i]);
      }
    }
  }
  return Float64Array.from(times).sort();
}
