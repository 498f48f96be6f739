import type { SeriesColumns } from '../../pyroscope/questions';

/** How much larger than its neighbour a step has to be to be taken for one that holds two uploads. */
const LOOKS_DOUBLE = 1.6;

/** A single step in which nobody is there, and where its uploads are. */
interface Hole {
  readonly time: number;
  /** The step beside it that holds two uploads, if one does: -1 before it, 1 after it, 0 neither. */
  readonly giver: -1 | 0 | 1;
}

/**
 * Where every step holds one upload of each process, timers that are late leave a step empty now and then. Either the
 * upload is in a step beside it, v, nothing, 2v, v, and the two are shared out; or timers that are always a little late
 * have skipped a step, v, nothing, v, v, which then gets the average of its neighbours. Longer holes are left alone:
 * there, something did not run.
 *
 * @param series that were asked for together, in steps of one upload interval.
 * @param holdsTwo whether a step of `stepsThatLookDouble` holds two uploads of a process. Absent: each of them does.
 */
export function settleLateUploads(
  series: readonly SeriesColumns[],
  step: number,
  holdsTwo: (time: number) => boolean = () => true
): SeriesColumns[] {
  const holes = holesOf(series, step).map((hole) =>
    hole.giver === 0 || holdsTwo(hole.time + hole.giver * step) ? hole : { ...hole, giver: 0 as const }
  );
  return holes.length === 0 ? [...series] : series.map((each) => filled(each, holes, step));
}

/**
 * Times of the steps beside a hole that are so much larger than the step on its other side that they may hold two
 * uploads. Or something was really spent there: only the times of the uploads tell.
 */
export function stepsThatLookDouble(series: readonly SeriesColumns[], step: number): number[] {
  return holesOf(series, step).flatMap(({ time, giver }) => (giver === 0 ? [] : [time + giver * step]));
}

/** Whether uploads at these times are two of one process: as far apart in the step that ends at `end` as two can be. */
export function areTwoUploads(times: readonly number[], end: number, step: number): boolean {
  const inside = times.filter((time) => time > end - step && time <= end);
  return inside.length > 1 && Math.max(...inside) - Math.min(...inside) > step / 2;
}

function holesOf(series: readonly SeriesColumns[], step: number): Hole[] {
  const totals = new Map<number, number>();
  for (const { timestamps, values } of series) {
    timestamps.forEach((time, i) => totals.set(time, (totals.get(time) ?? 0) + values[i]));
  }
  const sorted = [...totals].sort(([a], [b]) => a - b);
  return sorted.slice(1).flatMap(([after, totalAfter], i): Hole[] => {
    const [before, totalBefore] = sorted[i];
    if (after - before !== 2 * step) {
      return [];
    }
    const giver = totalBefore >= LOOKS_DOUBLE * totalAfter ? -1 : totalAfter >= LOOKS_DOUBLE * totalBefore ? 1 : 0;
    return [{ time: before + step, giver }];
  });
}

function filled(series: SeriesColumns, holes: readonly Hole[], step: number): SeriesColumns {
  const values = new Map(Array.from(series.timestamps, (time, i) => [time, series.values[i]]));
  for (const { time, giver } of holes) {
    const [before, after] = [values.get(time - step), values.get(time + step)];
    if (before === undefined && after === undefined) {
      continue;
    }
    if (giver === 0) {
      values.set(time, ((before ?? 0) + (after ?? 0)) / 2);
      continue;
    }
    const half = ((giver < 0 ? before : after) ?? 0) / 2;
    values.set(time, half).set(time + giver * step, half);
  }
  const sorted = [...values].sort(([a], [b]) => a - b);
  return {
    ...series,
    timestamps: Float64Array.from(sorted, ([time]) => time),
    values: Float64Array.from(sorted, ([, value]) => value),
  };
}
