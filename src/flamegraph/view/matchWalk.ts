import type { CallTree, NodeIndex } from '../../profile/callTree';

/**
 * The next node after `from` in drawing order, or the one before it, whose function matches; from the other end on when
 * there is none. -1 if nothing matches at all.
 */
export function nextMatch(tree: CallTree, flags: Uint8Array, from: NodeIndex, direction: 1 | -1): NodeIndex {
  for (let step = 1; step <= tree.length; step++) {
    const node = (((from + step * direction) % tree.length) + tree.length) % tree.length;
    if (flags[tree.func[node]] === 1) {
      return node;
    }
  }
  return -1;
}

/** How many matches there are up to a node, itself included: the 3 in "3 of 128". 0 if the node is none. */
export function matchNumber(tree: CallTree, flags: Uint8Array | undefined, node: NodeIndex): number {
  if (flags === undefined || node < 0 || flags[tree.func[node]] !== 1) {
    return 0;
  }
  let count = 0;
  for (let at = 0; at <= node; at++) {
    count += flags[tree.func[at]];
  }
  return count;
}
