import { useEffect, useMemo, useReducer, useRef } from 'react';
import { type CallTree, ROOT } from '../../../profile/callTree';
import { hottestPath } from './hottestPath';
import { OpenRows, type SortSiblings } from './openRows';
import type { TreeMatches } from './treeMatches';

interface OpenRowsState {
  readonly rows: OpenRows;
  /** Changes the rows, and draws them again. */
  readonly change: (change: (rows: OpenRows) => void) => void;
}

/**
 * The rows of a tree: at first its hottest path is open; a tree that comes in its place is open where the one before
 * was. While something is searched for there are rows of their own, open where the hits are; then the others are back.
 */
export function useOpenRows(
  tree: CallTree,
  sortSiblings: SortSiblings,
  matches: TreeMatches | undefined
): OpenRowsState {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const before = useRef<OpenRows>(undefined);
  const all = useMemo(() => {
    const rows = new OpenRows(tree, (siblings) => siblings);
    if (before.current === undefined) {
      rows.openAll(hottestPath(tree, ROOT));
    } else {
      rows.adopt(before.current);
    }
    return rows;
  }, [tree]);
  useEffect(() => {
    before.current = all;
  }, [all]);
  const found = useMemo(() => {
    if (matches === undefined) {
      return undefined;
    }
    const rows = new OpenRows(tree, (siblings) => siblings, matches.isKept);
    rows.openAll(matches.toOpen);
    return rows;
  }, [tree, matches]);
  const rows = found ?? all;
  // Does nothing where they are in that order already.
  rows.sortBy(sortSiblings);
  return {
    rows,
    change(change) {
      change(rows);
      redraw();
    },
  };
}
