import { DEFAULT_MAX_NODES, LARGEST_MAX_NODES } from '../../../src/profile/profileQuery';
import { invalidArgument } from '../http/connectError';

/*
 * What Pyroscope refuses to answer, with its defaults and in its words (pkg/validation/validate.go and limits.go).
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `querier.max-query-length` */
const LONGEST_QUERY = DAY;
/** `querier.max-query-lookback` */
const LONGEST_LOOK_BACK = 7 * DAY;

/** Milliseconds since the Unix epoch, both ends included. */
export interface TimeRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of the range that may be asked about; undefined if all of it is too long ago, which is an empty answer.
 *
 * @throws ConnectError if there is no range, or it is reversed or too long
 */
export function checkRange(asked: { start: bigint; end: bigint }, now: number): TimeRange | undefined {
  const start = Number(asked.start);
  const end = Number(asked.end);
  if (start === 0 || end === 0) {
    throw invalidArgument('missing time range in the query');
  }
  if (start > end) {
    throw invalidArgument('query start time is after end time');
  }
  const earliest = now - LONGEST_LOOK_BACK;
  if (end < earliest) {
    return undefined;
  }
  const from = Math.max(start, earliest);
  if (end - from > LONGEST_QUERY) {
    const actual = goDuration(end - from);
    throw invalidArgument(`the query time range exceeds the limit (max_query_length, actual: ${actual}, limit: 1d)`);
  }
  return { start: from, end };
}

/** As `checkRange`, but no range means all that the store has: the lists of types and labels may be asked for so. */
export function checkOptionalRange(asked: { start: bigint; end: bigint }, now: number): TimeRange | undefined {
  if (asked.start === 0n && asked.end === 0n) {
    return { start: 0, end: Number.MAX_SAFE_INTEGER };
  }
  return checkRange(asked, now);
}

/**
 * How many nodes a flame graph may have.
 *
 * @throws ConnectError if more are asked for than there may be
 */
export function checkMaxNodes(asked: bigint | undefined): number {
  if (asked === undefined || asked === 0n) {
    return DEFAULT_MAX_NODES;
  }
  if (asked > BigInt(LARGEST_MAX_NODES)) {
    throw invalidArgument(`max flamegraph nodes limit ${asked} is greater than allowed ${LARGEST_MAX_NODES}`);
  }
  if (asked < 0n) {
    throw invalidArgument(`max flamegraph nodes limit must be set (max allowed ${LARGEST_MAX_NODES})`);
  }
  return Number(asked);
}

/** As Go writes a time.Duration of at least a second: 47h33m39.9s. */
function goDuration(milliseconds: number): string {
  const hours = Math.floor(milliseconds / HOUR);
  const minutes = Math.floor((milliseconds % HOUR) / MINUTE);
  const seconds = (milliseconds % MINUTE) / 1000;
  return `${hours > 0 ? `${hours}h` : ''}${hours > 0 || minutes > 0 ? `${minutes}m` : ''}${seconds}s`;
}
