import { useEffect, useState } from 'react';
import { layoutOf } from '../flamegraph/layout/layoutOf';
import type { CallTree } from '../profile/callTree';

/** Nodes from which on a tree's layout is long enough for a task of its own: about 10 ms on a slow machine. */
const LARGE = 200_000;

/**
 * Whether a panel may draw its first tree: a large one once it is laid out, in a task between that which gave the panel
 * its data and that which draws it. The trees after it are drawn when they come.
 */
export function useLaidOut(tree: CallTree | undefined): boolean {
  const [isReady, setIsReady] = useState(tree === undefined || tree.length < LARGE);
  useEffect(() => {
    if (isReady || tree === undefined) {
      return;
    }
    const timer = setTimeout(() => {
      layoutOf(tree);
      setIsReady(true);
    });
    return () => clearTimeout(timer);
  }, [isReady, tree]);
  return isReady;
}
