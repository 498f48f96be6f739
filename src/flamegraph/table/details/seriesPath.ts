/** How values become heights of a small chart: x from 0 to `width`, y from `height` at 0 up to 0 at `most`. */
export interface ChartScale {
  readonly width: number;
  readonly height: number;
  readonly most: number;
}

/** The largest of some columns' values, 0 where there is none. */
export function largestOf(...columns: readonly Float64Array[]): number {
  let most = 0;
  for (const column of columns) {
    for (const value of column) {
      most = Math.max(most, Number.isFinite(value) ? value : 0);
    }
  }
  return most;
}

/** x of each point: by time, so that missing steps are gaps and not squeezed. */
export function xOf(timestamps: Float64Array, at: number, width: number): number {
  const first = timestamps[0];
  const span = timestamps[timestamps.length - 1] - first;
  return span > 0 ? (width * (timestamps[at] - first)) / span : width / 2;
}

/** The line of some values as an SVG path; points that are no numbers break it. */
export function linePath(timestamps: Float64Array, values: Float64Array, { width, height, most }: ChartScale): string {
  let path = '';
  let isDrawing = false;
  for (let at = 0; at < values.length; at++) {
    if (!Number.isFinite(values[at])) {
      isDrawing = false;
      continue;
    }
    const y = most === 0 ? height : height * (1 - values[at] / most);
    path += `${isDrawing ? 'L' : 'M'}${xOf(timestamps, at, width).toFixed(1)} ${y.toFixed(1)}`;
    isDrawing = true;
  }
  return path;
}

/** The point nearest to an x. */
export function nearestPoint(timestamps: Float64Array, x: number, width: number): number {
  let nearest = 0;
  for (let at = 1; at < timestamps.length; at++) {
    const isNearer = Math.abs(xOf(timestamps, at, width) - x) < Math.abs(xOf(timestamps, nearest, width) - x);
    nearest = isNearer ? at : nearest;
  }
  return nearest;
}
