import { milliseconds, type Milliseconds, type TimeSpan } from '../../base/units';
import type { SeriesColumns } from '../../pyroscope/questions';
import { settleLateUploads } from './lateUploads';
import { scaleSeries } from './rates';
import type { StepGrid } from './stepGrid';

/*
 * Instant types. The backend adds up all snapshots that fall into a step, so a step of two upload intervals shows twice
 * the memory. They are therefore asked for in slots of one upload interval: such a slot holds one snapshot of each
 * process, and its sum is what all processes had together. Slots are then averaged, never added.
 */

/**
 * Sums over steps of `asked` -> sums over slots, each of which stands for one snapshot a process. `asked` is shorter
 * than the interval where services of several intervals are asked for together, and longer where one interval a point
 * would be too many points.
 */
export function slotsOf(sums: SeriesColumns, asked: Milliseconds, interval: Milliseconds): SeriesColumns {
  if (asked > interval) {
    return scaleSeries(sums, interval / asked);
  }
  const [slots] = settleLateUploads([asked === interval ? sums : sumIntoSlots(sums, interval)], interval);
  return slots;
}

/**
 * The average of the slots in each step. Slots without a snapshot do not count: nothing is known about them. Nor does a
 * slot that ends after `now`, because some processes are still to report; unless its step has no other.
 */
export function averageOverSteps(slots: SeriesColumns, grid: StepGrid, now: number): SeriesColumns {
  const closed = new Map<number, number[]>();
  const open = new Map<number, number[]>();
  slots.timestamps.forEach((time, i) => {
    const point = Math.ceil(time / grid.step) * grid.step;
    if (point >= grid.first && point <= grid.last) {
      const steps = time <= now ? closed : open;
      steps.set(point, [...(steps.get(point) ?? []), slots.values[i]]);
    }
  });
  const steps = [...new Map([...open, ...closed])].sort(([a], [b]) => a - b);
  return {
    ...slots,
    timestamps: Float64Array.from(steps, ([point]) => point),
    values: Float64Array.from(steps, ([, values]) => mean(values)),
  };
}

/** The average of the slots that end within the span; of all slots where none does; 0 without slots. */
export function averageOverSpan(slots: SeriesColumns, { from, to }: TimeSpan): number {
  const inside = Array.from(slots.values).filter((_, i) => slots.timestamps[i] > from && slots.timestamps[i] <= to);
  return mean(inside.length > 0 ? inside : Array.from(slots.values));
}

/** The longest step that divides all of these whole seconds. */
export function commonStep(intervals: Iterable<Milliseconds>): Milliseconds {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  return milliseconds([...intervals].reduce(divisor, 0));
}

/** What falls into (t - slot, t] is added up at t. */
function sumIntoSlots(series: SeriesColumns, slot: Milliseconds): SeriesColumns {
  const sums = new Map<number, number>();
  series.timestamps.forEach((time, i) => {
    const end = Math.ceil(time / slot) * slot;
    sums.set(end, (sums.get(end) ?? 0) + series.values[i]);
  });
  return { ...series, timestamps: Float64Array.from(sums.keys()), values: Float64Array.from(sums.values()) };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
