import { ROOT, type CallTree } from '../callTree';
import type { FunctionMatches } from '../search';
import { nodesMatching } from './nodesMatching';
import { NOWHERE, pruneTree } from './pruneTree';

/** Only the stacks that hold a match: all that a match called, and of its callers what leads to it. */
export function onlyWith(tree: CallTree, matches: FunctionMatches): CallTree {
  const stays = nodesMatching(tree, matches);
  const into = new Int32Array(tree.length).fill(NOWHERE);
  for (let node = 1; node < tree.length; node++) {
    const above = tree.parent[node];
    if (stays[node] === 1 || into[above] !== NOWHERE) {
      stays[node] = 1;
      into[node] = node;
    }
  }
  for (let node = tree.length - 1; node > 0; node--) {
    if (stays[node] === 1) {
      stays[tree.parent[node]] = 1;
    }
  }
  stays[ROOT] = 1;
  return pruneTree(tree, stays, into);
}
