import { epochMs, milliseconds, type EpochMs, type Milliseconds, type TimeSpan } from '../../base/units';

/**
 * The points of a time series. The point at t stands for (t - step, t]; all points are multiples of the step since the
 * epoch, so that a refresh a little later asks for the same steps, and values do not dance.
 */
export interface StepGrid {
  readonly step: Milliseconds;
  /** First and last point, both included. */
  readonly first: EpochMs;
  readonly last: EpochMs;
  /** The first step begins before the time span, or the last one ends after it. */
  readonly partialFirst: boolean;
  readonly partialLast: boolean;
}

/**
 * The fewest steps that cover the whole span. The backend gives points at `start + k × step` up to `end` and drops what
 * comes after the last one, so both ends have to lie on the grid or the newest data would be missing.
 */
export function stepGrid({ from, to }: TimeSpan, step: Milliseconds): StepGrid {
  const first = (Math.floor(from / step) + 1) * step;
  const last = Math.max(first, Math.ceil(to / step) * step);
  return {
    step,
    first: epochMs(first),
    last: epochMs(last),
    partialFirst: first - step < from,
    partialLast: last > to,
  };
}

/** Which ends of a series are steps that the time span cuts: one that begins or stops within it has none there. */
export function partialEnds(grid: StepGrid, timestamps: Float64Array): Pick<StepGrid, 'partialFirst' | 'partialLast'> {
  return {
    partialFirst: grid.partialFirst && timestamps[0] === grid.first,
    partialLast: grid.partialLast && timestamps.at(-1) === grid.last,
  };
}

/**
 * The step to ask for: at least what the panel wants, and a whole number of upload intervals. Shorter than one, a line
 * is a comb; a number with a fraction makes some steps hold one upload more than others, which looks like a change.
 */
export function chooseStep(wanted: Milliseconds, uploadInterval: Milliseconds): Milliseconds {
  const uploads = Math.max(1, Math.ceil(wanted / uploadInterval - 1e-9));
  return milliseconds(uploads * uploadInterval);
}
