import { ROOT, type CallTree } from '../callTree';
import type { FunctionMatches } from '../search';
import { nodesMatching } from './nodesMatching';
import { GONE, TreeMerge } from './treeMerge';

/** Stacks begin at their outermost match, wherever it was called from. Those without a match go away. */
export function fromFrame(tree: CallTree, matches: FunctionMatches): CallTree {
  const starts = nodesMatching(tree, matches);
  const merge = new TreeMerge(tree);
  merge.drop(ROOT);
  for (let node = 1; node < tree.length; node++) {
    const above = merge.into[tree.parent[node]];
    if (above !== GONE) {
      merge.keep(node, above);
    } else if (starts[node] === 1) {
      merge.keep(node, ROOT);
    }
  }
  return merge.finish();
}
