import type { CallTree } from '../callTree';
import type { FunctionMatches } from '../search';
import { nodesMatching } from './nodesMatching';
import { pruneTree, wholeTree } from './pruneTree';

/** Stacks end at their outermost match, which gets the value of all that it called. */
export function upToFrame(tree: CallTree, matches: FunctionMatches): CallTree {
  const ends = nodesMatching(tree, matches);
  const { stays, into } = wholeTree(tree);
  for (let node = 1; node < tree.length; node++) {
    const above = tree.parent[node];
    if (stays[above] === 0 || ends[above] === 1) {
      stays[node] = 0;
      into[node] = into[above];
    }
  }
  return pruneTree(tree, stays, into);
}
