/** What a user has chosen in a flame graph. Plain JSON: it outlives a refresh and can be saved or put into a link. */
export interface FlameGraphState {
  /** Names of the functions from the root's child down to the focused one; absent: the whole profile. */
  readonly focus?: readonly string[];
  /** What to look for in function names; absent: nothing. */
  readonly search?: string;
  /** Whether `search` is a regular expression. */
  readonly searchIsRegex?: boolean;
}
