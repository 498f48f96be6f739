import type { TimeSpan } from '../../base/units';

/** How the ticks of a time axis are spaced and named. All times are milliseconds since the epoch. */
export interface TimeTickFormat {
  /** Local time minus UTC at a moment, in milliseconds. */
  readonly utcOffset: (time: number) => number;
  /** Name of the tick at `time`, for ticks that are `increment` milliseconds apart on an axis `length` milliseconds long. */
  readonly label: (time: number, increment: number, length: number) => string;
}

export interface TimeTick {
  readonly time: number;
  readonly label: string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Shortest month and year: a guess of their pixels must not be too large. */
const MONTH = 28 * DAY;
const YEAR = 365 * DAY;

/** Distances that read well on a clock or calendar. */
const INCREMENTS = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 4, 6, 8, 12].map((n) => n * HOUR),
  ...[1, 2, 3, 5, 7, 14].map((n) => n * DAY),
  ...[1, 2, 3, 6].map((n) => n * MONTH),
  ...[1, 2, 5, 10, 20, 50, 100].map((n) => n * YEAR),
];

/** Pixels that stay free between two labels, as in Grafana's own panel. */
const LABEL_GAP = 18;

/**
 * Ticks that stand on round local times within the span, as dense as their labels allow.
 *
 * @param width of the axis in CSS pixels
 * @param measure text -> its width in CSS pixels
 */
export function timeTicks(
  span: TimeSpan,
  width: number,
  format: TimeTickFormat,
  measure: (text: string) => number
): TimeTick[] {
  const length = span.to - span.from;
  if (!(length > 0) || !(width > 0)) {
    return [];
  }
  const fits = (increment: number) =>
    (increment / length) * width >= measure(format.label(span.to, increment, length)) + LABEL_GAP;
  const increment = INCREMENTS.find(fits);
  if (increment === undefined) {
    return [];
  }
  const times = increment >= MONTH ? calendarTimes(span, increment, format) : clockTimes(span, increment, format);
  return times.map((time) => ({ time, label: format.label(time, increment, length) }));
}

/** Multiples of the increment in local time. */
function clockTimes(span: TimeSpan, increment: number, { utcOffset }: TimeTickFormat): number[] {
  const times: number[] = [];
  const first = Math.floor((span.from + utcOffset(span.from)) / increment) * increment;
  const last = span.to + utcOffset(span.to);
  for (let local = first; local <= last; local += increment) {
    addWithin(times, span, fromLocal(local, utcOffset));
  }
  return times;
}

/** First days of months, counted from a January. */
function calendarTimes(span: TimeSpan, increment: number, { utcOffset }: TimeTickFormat): number[] {
  const months = increment >= YEAR ? Math.round(increment / YEAR) * 12 : Math.round(increment / MONTH);
  const start = new Date(span.from + utcOffset(span.from));
  const startMonth = start.getUTCFullYear() * 12 + start.getUTCMonth();
  const times: number[] = [];
  for (let month = Math.floor(startMonth / months) * months; ; month += months) {
    const time = fromLocal(Date.UTC(Math.floor(month / 12), month % 12, 1), utcOffset);
    if (time > span.to) {
      return times;
    }
    addWithin(times, span, time);
  }
}

/** Local clock time -> moment. Twice, because the offset that counts is the one at the moment that we look for. */
function fromLocal(local: number, utcOffset: (time: number) => number): number {
  return local - utcOffset(local - utcOffset(local));
}

/** Where a clock is put forward, two local times are one moment: it gets one tick. */
function addWithin(times: number[], span: TimeSpan, time: number) {
  if (time >= span.from && time <= span.to && (times.length === 0 || time > times[times.length - 1])) {
    times.push(time);
  }
}
