import type { SeriesColumns } from '../../pyroscope/questions';

/**
 * What it means that a series has nothing in a step between others of the answer:
 *
 * - `zero`: nothing happened, as with contention or exceptions;
 * - `zero among others`: its processes had nothing to say if other series are there; if nobody is, nothing is known;
 * - `unknown`: nothing is known, as with snapshots.
 */
export type AbsentMeans = 'zero' | 'zero among others' | 'unknown';

/** Puts in what the backend leaves out, so that no line is drawn across it: zeros, or NaN for what is not known. */
export function fillSteps(series: readonly SeriesColumns[], step: number, absent: AbsentMeans): SeriesColumns[] {
  const seen = new Set<number>();
  for (const { timestamps } of series) {
    timestamps.forEach((time) => seen.add(time));
  }
  const times = [...seen].sort((a, b) => a - b);
  const all = times.flatMap((time, i) => (i === 0 ? [time] : [...between(times[i - 1], time, step, absent), time]));
  const valueOfAbsent = (time: number) => (absent === 'zero' || (absent !== 'unknown' && seen.has(time)) ? 0 : NaN);
  return series.map((each) => {
    const valueAt = new Map(Array.from(each.timestamps, (time, i) => [time, each.values[i]]));
    return {
      ...each,
      timestamps: Float64Array.from(all),
      values: Float64Array.from(all, (time) => valueAt.get(time) ?? valueOfAbsent(time)),
    };
  });
}

/** A stretch of zeros is as long as it is; of what is not known, one point breaks the line. */
function between(before: number, after: number, step: number, absent: AbsentMeans): number[] {
  const missing = Math.round((after - before) / step) - 1;
  const count = absent === 'zero' ? missing : Math.min(1, missing);
  return Array.from({ length: Math.max(0, count) }, (_, i) => before + (i + 1) * step);
}
