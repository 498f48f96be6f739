import { milliseconds, type Milliseconds } from '../../base/units';

/** What is taken for the upload interval where there is too little data to see it: most SDKs send every 15 s. */
export const USUAL_UPLOAD_INTERVAL = milliseconds(15_000);

/** Times of the profiles of one process, or of as few processes as labels can tell apart. Ascending, in ms. */
export type UploadTimes = ArrayLike<number>;

/** How far an upload may be off its time: timers are late by up to this, and times are known to a second. */
const JITTER_MS = 1500;
/** Of the distances compared, this share has to agree. */
const AGREEMENT = 0.75;
/** No more processes than this can share all their labels and still be told apart. */
const MOST_MERGED = 6;

/**
 * How often processes upload, from the times of their uploads: the interval that most of them agree on, in whole
 * seconds. Undefined where no series has the few points that it takes.
 */
export function estimateUploadInterval(series: readonly UploadTimes[]): Milliseconds | undefined {
  const votes = new Map<number, number>();
  let shortestGap = Infinity;
  for (const times of series) {
    const period = periodOf(times);
    if (period !== undefined) {
      votes.set(period, (votes.get(period) ?? 0) + times.length);
    }
    shortestGap = Math.min(shortestGap, commonestShortGap(times) ?? Infinity);
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (best !== undefined) {
    return milliseconds(best[0]);
  }
  return Number.isFinite(shortestGap) ? milliseconds(shortestGap) : undefined;
}

/**
 * The period of one series: the distance between a point and the k-th after it, for the smallest k for which that is
 * nearly always the same. k is 1 for one process; two processes with the same labels give gaps such as 7, 23, 7, 23,
 * and the same 30 for k = 2.
 */
function periodOf(times: UploadTimes): number | undefined {
  for (let k = 1; k <= MOST_MERGED && times.length - k >= 2 * k; k++) {
    const distances = lags(times, k);
    const middle = distances[distances.length >> 1] ?? 0;
    const agreeing = distances.filter((distance) => Math.abs(distance - middle) <= JITTER_MS).length;
    if (agreeing >= AGREEMENT * distances.length) {
      return wholeSeconds(middle);
    }
  }
  return undefined;
}

/** For a series that is often empty, such as one endpoint's CPU: its shortest gap, if that is not there by chance. */
function commonestShortGap(times: UploadTimes): number | undefined {
  const gaps = lags(times, 1);
  const shortest = gaps.find((gap, i) => Math.abs((gaps[i + 1] ?? Infinity) - gap) <= JITTER_MS);
  return shortest === undefined ? undefined : wholeSeconds(shortest);
}

/** Distances between each point and the k-th after it, ascending. */
function lags(times: UploadTimes, k: number): number[] {
  return Array.from({ length: Math.max(0, times.length - k) }, (_, i) => (times[i + k] ?? 0) - (times[i] ?? 0)).sort(
    (a, b) => a - b
  );
}

function wholeSeconds(ms: number): number {
  return Math.max(1, Math.round(ms / 1000)) * 1000;
}
