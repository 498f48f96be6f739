import { epochMs, type TimeSpan } from '../../base/units';
import { timeToX, type PlotArea } from './plotArea';
import { stepOfSeries } from './stepOfSeries';
import type { StepGrid } from './timelineSeries';

/** What a pointer takes hold of: an edge of the selection, or the plot itself, where a new selection begins. */
export type BrushGrip = 'from' | 'to' | 'plot';

/** Reach of an edge to either side in CSS pixels: wide enough for a finger's imprecision, narrow enough to drag beside. */
const EDGE_REACH = 5;

/** What lies under `x`. Where both edges are in reach, the one that the pointer is on the outer side of. */
export function brushGrip(plot: PlotArea, selection: TimeSpan | undefined, x: number): BrushGrip {
  if (selection === undefined) {
    return 'plot';
  }
  const fromEdge = Math.abs(timeToX(plot, selection.from) - x);
  const toEdge = Math.abs(timeToX(plot, selection.to) - x);
  if (Math.min(fromEdge, toEdge) > EDGE_REACH) {
    return 'plot';
  }
  return fromEdge < toEdge ? 'from' : 'to';
}

/** The span between two moments in either order. */
export function spanBetween(a: number, b: number): TimeSpan {
  return { from: epochMs(Math.min(a, b)), to: epochMs(Math.max(a, b)) };
}

/**
 * The whole steps that a drawn span means, kept within `bounds`. A point at t stands for (t - step, t], so a question
 * about half of a step would get none or all of its profiles by chance: both ends move to the nearest boundary, and a
 * span that is shorter than a step becomes the step of the point at which it was drawn. Series without a step leave
 * the span as it is, in whole milliseconds.
 */
export function snapSpan(span: TimeSpan, series: readonly StepGrid[], bounds: TimeSpan): TimeSpan {
  const grid = finestGrid(series);
  if (grid === undefined) {
    return clampSpan(Math.round(span.from), Math.round(span.to), bounds);
  }
  const { step, phase } = grid;
  const onGrid = (time: number, round: (share: number) => number) => phase + round((time - phase) / step) * step;
  const from = onGrid(span.from, Math.round);
  const to = onGrid(span.to, Math.round);
  if (from < to) {
    return clampSpan(from, to, bounds);
  }
  const firstEnd = onGrid(bounds.from + 1, Math.ceil);
  const lastEnd = Math.max(firstEnd, onGrid(bounds.to, Math.floor));
  const end = Math.min(lastEnd, Math.max(firstEnd, onGrid((span.from + span.to) / 2, Math.round)));
  return clampSpan(end - step, end, bounds);
}

function clampSpan(from: number, to: number, bounds: TimeSpan): TimeSpan {
  return spanBetween(Math.min(Math.max(from, bounds.from), bounds.to), Math.min(Math.max(to, bounds.from), bounds.to));
}

function finestGrid(series: readonly StepGrid[]): { step: number; phase: number } | undefined {
  let grid: { step: number; phase: number } | undefined;
  for (const one of series) {
    const step = stepOfSeries(one);
    if (step > 0 && one.timestamps.length > 0 && (grid === undefined || step < grid.step)) {
      grid = { step, phase: one.timestamps[0] };
    }
  }
  return grid;
}
