import { useMemo } from 'react';
import { type FunctionMatches, searchFunctions, searchTotals, type SearchTotals } from '../../profile/search';
import { type Highlight, highlightOf } from '../layout/highlight';
import type { TreeLayout } from '../layout/treeLayout';

/** What a search found in a profile. */
export interface FlameSearch {
  readonly matches: FunctionMatches;
  readonly totals: SearchTotals;
  readonly highlight: Highlight;
}

/** Undefined while nothing is searched for. */
export function useFlameSearch(layout: TreeLayout, text: string, isRegex: boolean): FlameSearch | undefined {
  return useMemo(() => {
    if (text === '') {
      return undefined;
    }
    const matches = searchFunctions(layout.tree.functions, { text, kind: isRegex ? 'regex' : 'literal' });
    return {
      matches,
      totals: searchTotals(layout.tree, matches),
      highlight: highlightOf(layout, matches.flags),
    };
  }, [layout, text, isRegex]);
}
