import { epochMs } from '../../base/units';
import { stepOf } from './findSpikes';
import { median, robustSpread, type MarkedSeries, type SeriesMark } from './marks';

/** Points before and after that are compared. */
const WINDOW = 10;
/** Fewer known points on a side say nothing. */
const LEAST_POINTS = 7;
/** How far apart the levels must be, in spreads of the two sides. */
const FAR = 4;
/** And by this part of the larger level, because a series that hardly moves has hardly a spread. */
const LEAST_CHANGE = 0.2;

/**
 * Places where a series goes from one level to another and stays: the medians of the points before and after differ by
 * much more than the points of either side do among themselves. Medians, so that a spike is no step. Of the places about
 * one change, the one with the clearest break is the mark; it is as long as one step.
 */
export function findSteps({ timestamps, values }: MarkedSeries): SeriesMark[] {
  const step = stepOf(timestamps);
  const changes = Array.from({ length: values.length }, (_, at) => changeAt(values, at));
  const marks: SeriesMark[] = [];
  for (let at = 0; at < changes.length; at++) {
    const change = changes[at];
    if (change === undefined) {
      continue;
    }
    // The run of places that see the same change, of which the clearest is taken.
    let best = at;
    let end = at;
    for (; end < changes.length && end - at < WINDOW && changes[end] !== undefined; end++) {
      if ((changes[end]?.misfit ?? Infinity) < (changes[best]?.misfit ?? Infinity)) {
        best = end;
      }
    }
    const { before, after } = changes[best] ?? change;
    marks.push({
      from: epochMs(timestamps[best] - step),
      to: epochMs(timestamps[best]),
      value: after,
      usual: before,
    });
    at = Math.max(end - 1, best + WINDOW - 1);
  }
  return marks;
}

interface Change {
  readonly before: number;
  readonly after: number;
  /** How far the points of both sides are from their levels in all: smallest where the break really is. */
  readonly misfit: number;
}

/** The change between the point before `at` and `at`, if there is one. */
function changeAt(values: ArrayLike<number>, at: number): Change | undefined {
  const left = known(values, at - WINDOW, at);
  const right = known(values, at, at + WINDOW);
  if (left.length < LEAST_POINTS || right.length < LEAST_POINTS) {
    return undefined;
  }
  const [before, after] = [median(left), median(right)];
  const difference = Math.abs(after - before);
  const spread = Math.max(robustSpread(left), robustSpread(right));
  const isChange = difference > FAR * spread && difference > LEAST_CHANGE * Math.max(Math.abs(before), Math.abs(after));
  const distance = (points: readonly number[], level: number) =>
    points.reduce((sum, value) => sum + Math.abs(value - level), 0);
  return isChange ? { before, after, misfit: distance(left, before) + distance(right, after) } : undefined;
}

function known(values: ArrayLike<number>, from: number, to: number): number[] {
  return Array.from({ length: WINDOW }, (_, i) => values[from + i]).filter(
    (value, i) => from + i >= 0 && from + i < to && value !== undefined && !Number.isNaN(value)
  );
}
