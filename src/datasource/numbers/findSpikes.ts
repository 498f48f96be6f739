import { epochMs } from '../../base/units';
import { median, robustSpread, type MarkedSeries, type SeriesMark } from './marks';

/** Points on each side that say what is usual. */
const NEIGHBOURS = 20;
/** Fewer known neighbours say nothing. */
const LEAST_NEIGHBOURS = 7;
/** Spreads away from the usual. Iglewicz and Hoaglin (1993) call 3.5 an outlier; a mark should be worth a look. */
const FAR = 6;
/** And by this part of the usual at least, because a series that hardly moves has hardly a spread. */
const LEAST_CHANGE = 0.3;

/**
 * Points far above what is usual about them, by a robust z-score over a rolling window: (value - median) / spread, both
 * of the points around it. Neighbours that stand out together are one mark, at most `NEIGHBOURS / 2` steps long: what
 * lasts longer is a step, and is usual itself.
 */
export function findSpikes({ timestamps, values }: MarkedSeries): SeriesMark[] {
  const step = stepOf(timestamps);
  const marks: SeriesMark[] = [];
  let open: { first: number; last: number; value: number; usual: number } | undefined;
  const close = () => {
    if (open !== undefined && open.last - open.first < NEIGHBOURS / 2) {
      const { first, last, value, usual } = open;
      marks.push({ from: epochMs(timestamps[first] - step), to: epochMs(timestamps[last]), value, usual });
    }
    open = undefined;
  };
  for (let at = 0; at < values.length; at++) {
    const usual = usualAt(values, at);
    if (usual === undefined || !isFar(values[at], usual)) {
      close();
      continue;
    }
    open =
      open === undefined
        ? { first: at, last: at, value: values[at], usual: usual.level }
        : { ...open, last: at, value: Math.max(open.value, values[at]) };
  }
  close();
  return marks;
}

interface Usual {
  readonly level: number;
  readonly spread: number;
}

function usualAt(values: ArrayLike<number>, at: number): Usual | undefined {
  const around: number[] = [];
  for (let other = Math.max(0, at - NEIGHBOURS); other <= Math.min(values.length - 1, at + NEIGHBOURS); other++) {
    if (other !== at && !Number.isNaN(values[other])) {
      around.push(values[other]);
    }
  }
  return around.length < LEAST_NEIGHBOURS ? undefined : { level: median(around), spread: robustSpread(around) };
}

function isFar(value: number, { level, spread }: Usual): boolean {
  const above = value - level;
  return above > 0 && above > FAR * spread && above > LEAST_CHANGE * Math.abs(level);
}

/** The distance of two points that are next to each other; 0 where there are no two. */
export function stepOf(timestamps: ArrayLike<number>): number {
  let step = Infinity;
  for (let at = 1; at < timestamps.length; at++) {
    step = Math.min(step, timestamps[at] - timestamps[at - 1]);
  }
  return Number.isFinite(step) ? step : 0;
}
