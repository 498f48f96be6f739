import { matchesOf } from '../../profile/lastSearch';
import { type FunctionMatches, searchTotals, type SearchTotals } from '../../profile/search';
import { type Highlight, highlightOf } from '../layout/highlight';
import type { TreeLayout } from '../layout/treeLayout';
import type { FlameGraphState } from './flameGraphState';

/** What a search found in a profile. */
export interface FlameSearch {
  readonly matches: FunctionMatches;
  readonly totals: SearchTotals;
  readonly highlight: Highlight;
}

/** Undefined while nothing is searched for. Linear in functions and in nodes. */
export function findInTree(layout: TreeLayout, state: FlameGraphState): FlameSearch | undefined {
  const { search: text = '', searchIsRegex = false, searchIn } = state;
  if (text === '') {
    return undefined;
  }
  const matches = matchesOf(layout.tree.functions, {
    text,
    kind: searchIsRegex ? 'regex' : 'literal',
    in: searchIn,
  });
  return { matches, totals: searchTotals(layout.tree, matches), highlight: highlightOf(layout, matches.flags) };
}
