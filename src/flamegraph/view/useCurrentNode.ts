import { useCallback, useEffect, useMemo, useState } from 'react';
import type { CallTree, NodeIndex } from '../../profile/callTree';
import { nearestByPath, pathOf } from '../../profile/nodePath';
import { isInPicture } from '../layout/viewport';

/**
 * Where the keyboard is in the tree. Stays with the same function when another profile of the same code comes, and goes
 * to the focus when it would not be in the picture.
 */
export function useCurrentNode(tree: CallTree, focus: NodeIndex): [NodeIndex, (node: NodeIndex) => void] {
  const [chosen, setChosen] = useState<{ tree: CallTree; node: NodeIndex }>();
  const node = useMemo(() => {
    if (chosen === undefined) {
      return focus;
    }
    const found = chosen.tree === tree ? chosen.node : nearestByPath(tree, pathOf(chosen.tree, chosen.node)).node;
    return isInPicture(tree, focus, found) ? found : focus;
  }, [chosen, tree, focus]);
  // The old profile is let go as soon as its node is found in the new one.
  useEffect(() => {
    setChosen((before) => (before === undefined || before.tree === tree ? before : { tree, node }));
  }, [tree, node]);
  return [node, useCallback((next: NodeIndex) => setChosen({ tree, node: next }), [tree])];
}
