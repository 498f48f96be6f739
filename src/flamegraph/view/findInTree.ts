import type { CallTree } from '../../profile/callTree';
import { matchesOf } from '../../profile/lastSearch';
import { type FunctionMatches, searchTotals, type SearchTotals } from '../../profile/search';
import { type Highlight, highlightOf } from '../layout/highlight';
import type { TreeLayout } from '../layout/treeLayout';
import type { FlameGraphState } from './flameGraphState';

/** What a search found in a profile. */
export interface FoundFunctions {
  readonly matches: FunctionMatches;
  readonly totals: SearchTotals;
}

/** The same, with where it is in the picture. */
export interface FlameSearch extends FoundFunctions {
  readonly highlight: Highlight;
}

type Searched = Pick<FlameGraphState, 'search' | 'searchIsRegex' | 'searchIn'>;

/** Undefined while nothing is searched for. Linear in functions and in nodes. */
export function findInTree(layout: TreeLayout, state: Searched): FlameSearch | undefined {
  const counted = countInTree(layout.tree, state);
  return counted && { ...counted, highlight: highlightOf(layout, counted.matches.flags) };
}

/** The same for views that draw no boxes. */
export function countInTree(tree: CallTree, state: Searched): FoundFunctions | undefined {
  const { search: text = '', searchIsRegex = false, searchIn } = state;
  if (text === '') {
    return undefined;
  }
  const matches = matchesOf(tree.functions, {
    text,
    kind: searchIsRegex ? 'regex' : 'literal',
    in: searchIn,
  });
  return { matches, totals: searchTotals(tree, matches) };
}
