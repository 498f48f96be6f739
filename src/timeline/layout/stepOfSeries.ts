import type { StepGrid } from './timelineSeries';

/** Timestamps -> the step that was found in them: a pointer asks at every move. */
const found = new WeakMap<Float64Array, number>();

/**
 * Milliseconds between two points of a series: its own `stepMs`, or, where that is not known, the median distance
 * between neighbours, which missing points do not move. 0 for a series of less than two points and no step.
 */
export function stepOfSeries({ stepMs, timestamps }: StepGrid): number {
  if (stepMs > 0 || timestamps.length < 2) {
    return Math.max(0, stepMs);
  }
  const step = found.get(timestamps) ?? medianDistance(timestamps);
  found.set(timestamps, step);
  return step;
}

function medianDistance(timestamps: Float64Array): number {
  const distances = new Float64Array(timestamps.length - 1);
  for (let i = 0; i < distances.length; i++) {
    distances[i] = timestamps[i + 1] - timestamps[i];
  }
  return distances.sort()[distances.length >> 1];
}
