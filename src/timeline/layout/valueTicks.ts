import type { ValueRange } from './plotArea';

/** Ticks of the value axis, ascending, and what a formatter needs to tell neighbours apart. */
export interface ValueTicks {
  readonly values: readonly number[];
  /** Decimals that the increment has; undefined where it is whole, so that the formatter decides. */
  readonly decimals: number | undefined;
}

const DECIMAL_STEPS = [1, 2, 2.5, 5];

/** Pixels that a label needs for itself. */
const LEAST_SPACING = 14;

/**
 * Round values within the range, at least `spacing` pixels apart, or as near as labels can stand where that leaves less
 * than two. `base` 10 gives steps of 1, 2, 2.5 and 5 times a power of ten; 2 gives powers of two, which is what reads
 * round in bytes.
 */
export function valueTicks(range: ValueRange, height: number, spacing: number, base: 2 | 10): ValueTicks {
  const ticks = ticksApart(range, height, spacing, base);
  return ticks.values.length < 2 && spacing > LEAST_SPACING ? ticksApart(range, height, LEAST_SPACING, base) : ticks;
}

function ticksApart(range: ValueRange, height: number, spacing: number, base: 2 | 10): ValueTicks {
  const most = Math.floor(height / spacing);
  if (most < 1) {
    return { values: [], decimals: undefined };
  }
  const least = (range.high - range.low) / most;
  const increment = base === 2 ? 2 ** Math.ceil(Math.log2(least)) : decimalIncrement(least);
  const first = Math.ceil(range.low / increment);
  const last = Math.floor(range.high / increment);
  const decimals = decimalsOf(increment);
  const values = [];
  for (let k = first; k <= last; k++) {
    // A multiple and not a sum: 0.1 added up three times is no longer 0.3.
    values.push(decimals > 0 ? Number((k * increment).toFixed(decimals)) : k * increment);
  }
  return { values, decimals: decimals > 0 ? decimals : undefined };
}

function decimalIncrement(least: number): number {
  const power = Math.floor(Math.log10(least));
  for (const step of DECIMAL_STEPS) {
    // From text, because 10 ** -7 is not the number that 1e-7 is.
    const increment = Number(`${step}e${power}`);
    if (increment >= least) {
      return increment;
    }
  }
  return Number(`1e${power + 1}`);
}

function decimalsOf(increment: number): number {
  for (let decimals = 0; decimals <= 12; decimals++) {
    if (Math.abs(Number(increment.toFixed(decimals)) - increment) < increment * 1e-9) {
      return decimals;
    }
  }
  return 0;
}
