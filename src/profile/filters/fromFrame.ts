import { type CallTree, type NodeIndex, ROOT } from '../callTree';
import type { FunctionMatches } from '../search';
import type { GroupFlags } from './groups';
import { nodesMatching } from './nodesMatching';
import { GONE, type MergedNode, TreeMerge } from './treeMerge';

/**
 * Stacks begin at their outermost match, wherever it was called from. Those without a match go away. Of a profile that
 * is split into groups they begin there within their group.
 */
export function fromFrame(tree: CallTree, matches: FunctionMatches, groups?: GroupFlags): CallTree {
  const starts = nodesMatching(tree, matches);
  const merge = new TreeMerge(tree);
  merge.drop(ROOT);
  /** The group that is being looked at, and what stands for it once one of its stacks begins somewhere. */
  let group: NodeIndex = ROOT;
  let merged: MergedNode = ROOT;
  for (let node = 1; node < tree.length; node++) {
    const above = merge.into[tree.parent[node]];
    if (above !== GONE) {
      merge.keep(node, above);
    } else if (starts[node] === 1) {
      if (merged === GONE) {
        merged = merge.keep(group, ROOT);
        // What it had of its own belongs to no stack with a match.
        merge.drop(group);
      }
      merge.keep(node, tree.parent[node] === ROOT ? ROOT : merged);
    } else if (tree.parent[node] === ROOT) {
      group = node;
      merged = groups?.[tree.func[node]] === 1 ? GONE : ROOT;
    }
  }
  return merge.finish();
}
