import { stepOfSeries } from './stepOfSeries';
import type { PointIndex, TimelineSeries } from './timelineSeries';

/**
 * A line breaks where more than this many steps lie between two points. One step apart is no gap, two are one missing
 * point; the half leaves room for timestamps that are not quite on the grid.
 */
const LARGEST_DISTANCE_IN_STEPS = 1.5;

/** The points [start, end) without a gap between them. `partial` where the stretch touches a partial first or last step. */
export interface LinePiece {
  readonly start: PointIndex;
  readonly end: PointIndex;
  readonly partial: boolean;
}

/**
 * Cuts a series into the stretches that are drawn in one go. Missing values are in no piece. A whole stretch and the
 * partial one beside it share the point at which they meet, so that the line goes on. A piece of one point has no
 * neighbour: it is drawn as a dot.
 */
export function linePieces(series: TimelineSeries): LinePiece[] {
  const { timestamps, values, partialFirst, partialLast } = series;
  const count = timestamps.length;
  const furthest = stepOfSeries(series) * LARGEST_DISTANCE_IN_STEPS || Infinity;
  const pieces: LinePiece[] = [];
  let start = 0;
  while (start < count) {
    if (!Number.isFinite(values[start])) {
      start++;
      continue;
    }
    let end = start + 1;
    while (end < count && Number.isFinite(values[end]) && timestamps[end] - timestamps[end - 1] <= furthest) {
      end++;
    }
    cutPartialEnds(pieces, start, end, partialFirst && start === 0, partialLast && end === count);
    start = end;
  }
  return pieces;
}

function cutPartialEnds(pieces: LinePiece[], start: number, end: number, first: boolean, last: boolean) {
  if (end - start <= 2 && (first || last)) {
    pieces.push({ start, end, partial: true });
    return;
  }
  if (first) {
    pieces.push({ start, end: start + 2, partial: true });
  }
  const wholeStart = first ? start + 1 : start;
  const wholeEnd = last ? end - 1 : end;
  // One point alone between two partial ends is where they meet, and no dot.
  if (wholeEnd - wholeStart > 1 || !(first && last)) {
    pieces.push({ start: wholeStart, end: wholeEnd, partial: false });
  }
  if (last) {
    pieces.push({ start: end - 2, end, partial: true });
  }
}
