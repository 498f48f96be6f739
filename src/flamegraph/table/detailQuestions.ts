import type { FunctionLines } from '../../profile/pprof/functionLines';
import type { Cost, FunctionSeries } from '../../profile/profileSource';

/** What a function has in the profile of one value of a label. */
export interface LabelValueShare {
  readonly value: string;
  readonly self: number;
  readonly total: number;
  /** Of all functions of that profile. */
  readonly whole: number;
}

/**
 * What the details of a function may ask for besides the tree. An absent question has no section. Rejects with an error
 * that carries a `Problem`; aborting the signal cancels the request. Must not change from one rendering to the next
 * unless the answers do.
 */
export interface DetailQuestions {
  readonly lines?: (signal: AbortSignal) => Promise<FunctionLines>;
  /** Of a comparison's baseline: absent where `lines` are those of what is compared alone. */
  readonly baselineLines?: (signal: AbortSignal) => Promise<FunctionLines>;
  readonly labelNames?: (signal: AbortSignal) => Promise<readonly string[]>;
  readonly byLabel?: (label: string, signal: AbortSignal) => Promise<readonly LabelValueShare[]>;
  readonly series?: (signal: AbortSignal) => Promise<FunctionSeries>;
  /** What a value comes to in a month; `right` is of the second side of a comparison. Undefined: it has no price. */
  readonly costs?: {
    readonly left: (value: number) => Cost | undefined;
    readonly right?: (value: number) => Cost | undefined;
  };
  /** Where the source of a line can be read; only http and https are followed. */
  readonly sourceLink?: (file: string, line: number | undefined) => string | undefined;
}
