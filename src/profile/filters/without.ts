import { ROOT, type CallTree } from '../callTree';
import type { FunctionMatches } from '../search';
import { ownValues } from '../ownValues';
import { nodesMatching } from './nodesMatching';
import { NOWHERE, pruneTree, wholeTree } from './pruneTree';

/** Only the stacks that hold no match. A caller that has nothing left of its own, nor calls anything, goes away too. */
export function without(tree: CallTree, matches: FunctionMatches): CallTree {
  const goes = nodesMatching(tree, matches);
  const { stays, into } = wholeTree(tree);
  for (let node = 1; node < tree.length; node++) {
    if (goes[node] === 1 || stays[tree.parent[node]] === 0) {
      stays[node] = 0;
      into[node] = NOWHERE;
    }
  }
  dropEmptied(tree, stays);
  return pruneTree(tree, stays, into);
}

/** Lets nodes go whose callees all went, if they have no value of their own. */
function dropEmptied(tree: CallTree, stays: Uint8Array): void {
  const own = ownValues(tree, tree);
  const rightOwn = tree.right === undefined ? undefined : ownValues(tree, tree.right);
  const calls = new Uint8Array(tree.length);
  for (let node = tree.length - 1; node > ROOT; node--) {
    const hadCallees = tree.subtreeEnd[node] > node + 1;
    const isEmpty = own[node] === 0 && (rightOwn === undefined || rightOwn[node] === 0);
    if (stays[node] === 1 && hadCallees && calls[node] === 0 && isEmpty) {
      stays[node] = 0;
    }
    if (stays[node] === 1) {
      calls[tree.parent[node]] = 1;
    }
  }
}
