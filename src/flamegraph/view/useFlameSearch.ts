import { useMemo } from 'react';
import type { TreeLayout } from '../layout/treeLayout';
import { findInTree, type FlameSearch } from './findInTree';
import type { FlameGraphState } from './flameGraphState';

/** What the state's search finds; undefined while nothing is searched for. */
export function useFlameSearch(layout: TreeLayout, state: FlameGraphState): FlameSearch | undefined {
  const { search, searchIsRegex, searchIn } = state;
  return useMemo(
    () => findInTree(layout, { search, searchIsRegex, searchIn }),
    [layout, search, searchIsRegex, searchIn]
  );
}
