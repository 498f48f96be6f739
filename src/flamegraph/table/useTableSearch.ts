import { useMemo, useState } from 'react';
import type { FunctionIndex } from '../../profile/callTree';
import type { FunctionTable } from '../../profile/functionTable';
import { searchFunctions, type FunctionMatches } from '../../profile/search';
import type { FlameGraphState } from '../view/flameGraphState';
import { isSameSearch, searchForFunction, searchOf, withSearch, type SearchState } from './searchForFunction';

interface Choice {
  readonly name: string;
  /** What finds it in the flame graph. */
  readonly search: SearchState;
  /** What was looked for before, and still says which rows there are. */
  readonly before: SearchState;
}

/**
 * The search that the table shares with the flame graph. What a user looks for leaves the rows that match; a function
 * that is chosen in the table becomes the search too, so that the flame graph shows where it is, but hides no row.
 * `matches` is undefined while nothing is searched for; `filter` is the same for searches that leave the same rows.
 */
export function useTableSearch(
  functions: FunctionTable,
  state: FlameGraphState,
  onStateChange: (state: FlameGraphState) => void
) {
  const [lastChoice, setLastChoice] = useState<Choice>();
  const choice = lastChoice !== undefined && isSameSearch(lastChoice.search, state) ? lastChoice : undefined;
  const { search = '', searchIsRegex = false } = choice?.before ?? state;
  const matches = useMemo<FunctionMatches | undefined>(
    () =>
      search === ''
        ? undefined
        : searchFunctions(functions, { text: search, kind: searchIsRegex ? 'regex' : 'literal' }),
    [functions, search, searchIsRegex]
  );

  const change = (next: SearchState) => onStateChange(withSearch(state, next));
  /** Chooses a function; the one that is chosen already is let go. */
  const choose = (func: FunctionIndex) => {
    const name = functions.names[func];
    if (choice?.name === name) {
      setLastChoice(undefined);
      change(choice.before);
    } else {
      const found = searchForFunction(functions, func);
      setLastChoice({ name, search: found, before: choice?.before ?? searchOf(state) });
      change(found);
    }
  };
  const letGo = () => {
    if (choice !== undefined) {
      setLastChoice(undefined);
      change(choice.before);
    }
  };
  return { matches, filter: `${searchIsRegex ? 'regex' : 'literal'} ${search}`, chosen: choice?.name, choose, letGo };
}
