import type { CallTree } from '../callTree';
import type { FunctionMatches } from '../search';
import { nodesMatching } from './nodesMatching';
import { TreeMerge } from './treeMerge';

/**
 * Takes matches out of their stacks: what they spent and called belongs to the caller above them that is no match. The
 * outermost ones belong to the root.
 */
export function hideFrames(tree: CallTree, matches: FunctionMatches): CallTree {
  if (matches.count === 0) {
    return tree;
  }
  const hidden = nodesMatching(tree, matches);
  const merge = new TreeMerge(tree);
  for (let node = 1; node < tree.length; node++) {
    const above = merge.into[tree.parent[node]];
    if (hidden[node] === 1) {
      merge.fold(node, above);
    } else {
      merge.keep(node, above);
    }
  }
  return merge.finish();
}
