/** Which functions a filter is about. */
export interface FunctionMatch {
  /**
   * `function`: the one with exactly this name. `package`: those of this package or library (`parseSymbol`), `file`:
   * those of this file. `text` and `regex` are looked for in names, upper or lower case alike.
   */
  readonly by: 'function' | 'package' | 'file' | 'text' | 'regex';
  readonly value: string;
}

/** Language whose runtime a preset folds away. */
export type RuntimePreset = 'go' | 'jvm' | 'node' | 'python' | 'dotnet' | 'ruby' | 'rust';

/** One way to see less of a profile. Values of what is left out go away with it, or into the caller where it says so. */
export type StackRule =
  /** Only stacks that hold a match. */
  | { readonly kind: 'only-with'; readonly match: FunctionMatch }
  /** Only stacks that hold no match. */
  | { readonly kind: 'without'; readonly match: FunctionMatch }
  /** Matches vanish: what they spent and called belongs to their caller. */
  | { readonly kind: 'hide-frame'; readonly match: FunctionMatch }
  /** Stacks begin at their outermost match; those without one go away. */
  | { readonly kind: 'from'; readonly match: FunctionMatch }
  /** Stacks end at their outermost match, which gets the value of all that it called. */
  | { readonly kind: 'up-to'; readonly match: FunctionMatch }
  /** Only what lies below this place: names from the root's child inwards. */
  | { readonly kind: 'focus'; readonly path: readonly string[] }
  /** `direct`: f called by f is one f. `whole`: everything between a function and its own inner call is folded. */
  | { readonly kind: 'collapse-recursion'; readonly scope: 'direct' | 'whole' }
  /** Neighbouring frames of one package that matches become one frame, named as the package. */
  | { readonly kind: 'collapse-package'; readonly match: FunctionMatch }
  /** Code of runtimes, standard libraries and dependencies is merged into its caller in one's own code. */
  | { readonly kind: 'only-my-code' }
  /** The frames of a language's runtime, scheduler and collector are merged into their callers. */
  | { readonly kind: 'preset'; readonly preset: RuntimePreset }
  /**
   * For a comparison: only what changed by at least this part. Of each side's share of its own total or, by `value`, of
   * values as a part of the larger total.
   */
  | { readonly kind: 'only-changed'; readonly atLeast: number; readonly by?: 'value' };

/**
 * A chip of the filter bar. Filters work in their order, each on what the one before left. Plain JSON: saved in panel
 * options and links.
 */
export interface StackFilter {
  readonly rule: StackRule;
  /** Kept, but without effect. */
  readonly off?: true;
}
