import { useEffect, useState } from 'react';
import { LARGE_LAYOUT } from '../flamegraph/layout/layoutAhead';
import { layoutOf } from '../flamegraph/layout/layoutOf';
import type { CallTree } from '../profile/callTree';

/**
 * Whether a panel may draw its first tree: a large one once it is laid out, in a task between that which gave the panel
 * its data and that which draws it. For the trees after it the viewer does the same, and shows the one before until then.
 */
export function useLaidOut(tree: CallTree | undefined): boolean {
  const [isReady, setIsReady] = useState(tree === undefined || tree.length < LARGE_LAYOUT);
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
