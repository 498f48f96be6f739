import type { FunctionIndex } from '../../profile/callTree';
import type { FunctionTable } from '../../profile/functionTable';
import { searchFunctions } from '../../profile/search';
import type { FlameGraphState } from '../view/flameGraphState';

/** The part of a flame graph's state that says what is looked for. */
export type SearchState = Pick<FlameGraphState, 'search' | 'searchIsRegex'>;

export function searchOf({ search, searchIsRegex }: FlameGraphState): SearchState {
  return { search, searchIsRegex };
}

/**
 * The search that finds one function: its name as it is or, where other names hold it (`main` and `main.run`), a
 * regular expression for the whole name.
 */
export function searchForFunction(functions: FunctionTable, func: FunctionIndex): SearchState {
  const name = functions.names[func];
  if (searchFunctions(functions, name).count === 1) {
    return { search: name, searchIsRegex: undefined };
  }
  return { search: `^${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}$`, searchIsRegex: true };
}

export function isSameSearch(a: SearchState, b: SearchState): boolean {
  return (a.search ?? '') === (b.search ?? '') && (a.searchIsRegex ?? false) === (b.searchIsRegex ?? false);
}

/** The state with another search; what is absent is dropped. */
export function withSearch(state: FlameGraphState, { search, searchIsRegex }: SearchState): FlameGraphState {
  const entries = Object.entries({ ...state, search, searchIsRegex }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}
