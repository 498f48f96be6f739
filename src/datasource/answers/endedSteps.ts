import type { Milliseconds } from '../../base/units';
import type { FunctionValues } from './functionValues';

/** Functions of one step of a range. Columns are as long as `names`, in the unit of `whole`. */
export interface FunctionStep {
  /** The whole of the flame graph, as the time series would have it; NaN where the time series itself is asked. */
  readonly level: number;
  /** The whole of the flame graph, in the profile's unit. */
  readonly whole: number;
  readonly names: readonly string[];
  readonly self: Float64Array;
  readonly total: Float64Array;
}

/** Functions of all kept steps together: 20 bytes each, as names are kept once. */
const MOST_VALUES = 400_000;
const MOST_NAMES = 50_000;
/** A profile comes when it is done, and some time later where there is much to do. */
const LATE_MS = 60_000;

/**
 * Answers of steps that have ended, which stay what they are: a question that differs in nothing but its functions, or
 * comes a refresh later, needs none of them again. What was not used for longest goes first.
 */
export class EndedSteps {
  private readonly kept = new Map<string, FunctionStep>();
  private readonly names = new Map<string, string>();
  private values = 0;

  constructor(
    private readonly now: () => number,
    private readonly mostValues = MOST_VALUES
  ) {}

  /**
   * @param key tells the step and everything that is asked of it
   * @param end of the step, in milliseconds since the Unix epoch
   * @param uploadInterval the longest of its processes: their last profile in the step comes that much later
   */
  async find(
    key: string,
    end: number,
    uploadInterval: Milliseconds,
    ask: () => Promise<FunctionStep>
  ): Promise<FunctionStep> {
    const known = this.kept.get(key);
    if (known !== undefined) {
      this.kept.delete(key);
      this.kept.set(key, known);
      return known;
    }
    const hasEnded = end + uploadInterval + LATE_MS <= this.now();
    const step = await ask();
    if (hasEnded) {
      this.keep(key, { ...step, names: step.names.map((name) => this.once(name)) });
    }
    return step;
  }

  private keep(key: string, step: FunctionStep): void {
    this.forget(key);
    this.kept.set(key, step);
    this.values += weightOf(step);
    for (const oldest of this.kept.keys()) {
      if (this.values <= this.mostValues) {
        return;
      }
      this.forget(oldest);
    }
  }

  private forget(key: string): void {
    const step = this.kept.get(key);
    if (step !== undefined) {
      this.kept.delete(key);
      this.values -= weightOf(step);
    }
  }

  /** The same text in the memory of all steps that have it. */
  private once(name: string): string {
    const known = this.names.get(name);
    if (known !== undefined) {
      return known;
    }
    if (this.names.size >= MOST_NAMES) {
      this.names.clear();
    }
    this.names.set(name, name);
    return name;
  }
}

/** A step without functions takes room, too. */
function weightOf({ names }: FunctionStep): number {
  return names.length + 1;
}

export function stepColumns(values: FunctionValues): Pick<FunctionStep, 'names' | 'self' | 'total'> {
  const rows = [...values.values()];
  return {
    names: [...values.keys()],
    self: Float64Array.from(rows, ({ self }) => self),
    total: Float64Array.from(rows, ({ total }) => total),
  };
}
