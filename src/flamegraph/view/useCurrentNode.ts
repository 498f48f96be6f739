import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CallTree, NodeIndex } from '../../profile/callTree';
import { pathOf } from '../../profile/nodePath';
import { nearestByPath } from '../layout/nodePath';

/** Where the keyboard is in the tree. Stays with the same function when another profile of the same code comes. */
export function useCurrentNode(tree: CallTree, focus: NodeIndex): [NodeIndex, (node: NodeIndex) => void] {
  const [chosen, setChosen] = useState<{ tree: CallTree; node: NodeIndex }>();
  const node = useMemo(() => {
    if (chosen === undefined) {
      return focus;
    }
    return chosen.tree === tree ? chosen.node : nearestByPath(tree, pathOf(chosen.tree, chosen.node)).node;
  }, [chosen, tree, focus]);
  // The old profile is let go as soon as its node is found in the new one.
  useEffect(() => {
    setChosen((before) => (before === undefined || before.tree === tree ? before : { tree, node }));
  }, [tree, node]);
  return [node, useCallback((next: NodeIndex) => setChosen({ tree, node: next }), [tree])];
}
