import { useEffect, useMemo, useState } from 'react';
import type { CallTree, FunctionIndex } from '../../../profile/callTree';
import { sandwichTrees, type SandwichTrees } from './sandwichTrees';

/** Nodes that are merged within a frame or two. */
const AT_ONCE = 50_000;

/**
 * A function's callers and callees. Of a large profile they take a moment, before which the choice itself is drawn:
 * undefined until then.
 */
export function useSandwichTrees(tree: CallTree, func: FunctionIndex): SandwichTrees | undefined {
  const isSmall = tree.length <= AT_ONCE;
  const small = useMemo(() => (isSmall ? sandwichTrees(tree, func) : undefined), [isSmall, tree, func]);
  const [large, setLarge] = useState<{ tree: CallTree; func: FunctionIndex; trees: SandwichTrees }>();
  useEffect(() => {
    if (isSmall) {
      return;
    }
    const timer = setTimeout(() => setLarge({ tree, func, trees: sandwichTrees(tree, func) }));
    return () => clearTimeout(timer);
  }, [isSmall, tree, func]);
  return small ?? (large?.tree === tree && large.func === func ? large.trees : undefined);
}
