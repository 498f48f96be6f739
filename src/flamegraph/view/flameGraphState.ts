import type { StackFilter } from '../../profile/filters/stackFilter';
import type { ColourScheme } from '../layout/boxColours';

export type { ColourScheme } from '../layout/boxColours';

/** What is shown of a profile. */
export type ProfileViewKind = 'flamegraph' | 'table' | 'both' | 'tree' | 'sandwich';

/**
 * What a user has chosen of a profile, shared by all its views. Plain JSON: it outlives a refresh and can be saved or
 * put into a link. Every field is absent until something else than its default is chosen; a view ignores what is not
 * about it.
 */
export interface FlameGraphState {
  /** Names of the functions from the root's child down to the focused one; absent: the whole profile. */
  readonly focus?: readonly string[];
  /** What to look for; absent: nothing. */
  readonly search?: string;
  /** Whether `search` is a regular expression. */
  readonly searchIsRegex?: boolean;
  /** Where to look; absent: in function names. */
  readonly searchIn?: 'file' | 'package';
  /** Full name of the function that is chosen in every view; sandwich and details are about it. */
  readonly chosen?: string;
  /** Absent: as the panel has room. */
  readonly view?: ProfileViewKind;
  /** Bottom-up: what was called is on top, its callers below it. */
  readonly isInverted?: boolean;
  readonly orientation?: 'root-bottom';
  readonly colours?: ColourScheme;
  /** Of names on boxes. */
  readonly align?: 'right';
  /** For comparisons: by each side's share of its own total, or by values as they are. Absent: share. */
  readonly diffBy?: 'value';
  readonly filters?: readonly StackFilter[];
  /** Whether the details of `chosen` are open. */
  readonly areDetailsOpen?: true;
  /** What the table of functions is sorted by: the id of one of its orders. Absent: by self values, the largest first. */
  readonly sort?: { readonly column: string; readonly descending: boolean };
  /** The callers' part of a sandwich's height, 0 to 1. Absent: as callers and callees need it. */
  readonly sandwichSplit?: number;
}
