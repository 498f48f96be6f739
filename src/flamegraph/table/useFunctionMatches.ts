import { useMemo } from 'react';
import type { FunctionTable } from '../../profile/functionTable';
import { matchesOf } from '../../profile/lastSearch';
import type { FunctionMatches } from '../../profile/search';
import type { FlameGraphState } from '../view/flameGraphState';

/** The functions that the shared search finds; undefined while nothing is searched for. */
export function useFunctionMatches(functions: FunctionTable, state: FlameGraphState): FunctionMatches | undefined {
  const { search = '', searchIsRegex = false, searchIn } = state;
  return useMemo(
    () =>
      search === ''
        ? undefined
        : matchesOf(functions, { text: search, kind: searchIsRegex ? 'regex' : 'literal', in: searchIn }),
    [functions, search, searchIsRegex, searchIn]
  );
}
