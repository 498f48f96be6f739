import type { SeriesColumns } from '../../pyroscope/questions';

/**
 * Puts in what the backend leaves out, so that no line is drawn across it. Of types that add up, a series that is
 * absent in a step in which others are there was zero: its processes had nothing to say. A step in which nobody is
 * there is a gap, NaN: nothing ran, or nothing was received.
 */
export function fillSteps(series: readonly SeriesColumns[], step: number, absent: 'zero' | 'gap'): SeriesColumns[] {
  const seen = new Set<number>();
  for (const { timestamps } of series) {
    timestamps.forEach((time) => seen.add(time));
  }
  const times = [...seen].sort((a, b) => a - b);
  const all = times.flatMap((time, i) => (i > 0 && time - times[i - 1] > step ? [times[i - 1] + step, time] : [time]));
  return series.map((each) => {
    const valueAt = new Map(Array.from(each.timestamps, (time, i) => [time, each.values[i]]));
    return {
      ...each,
      timestamps: Float64Array.from(all),
      values: Float64Array.from(all, (time) => valueAt.get(time) ?? (absent === 'zero' && seen.has(time) ? 0 : NaN)),
    };
  });
}
