import { ROOT, type CallTree } from '../callTree';
import { ownValues } from '../ownValues';
import { NOWHERE, pruneTree } from './pruneTree';

/**
 * Of a comparison, only what changed: places whose share of their side's total differs between the sides by at least
 * `atLeast`, and the callers that lead there.
 *
 * A changed place that has a changed place below it keeps that one, and its own value if that changed as much: what
 * changed less goes away with its value. One that has none below it keeps all of its subtree, for there the change is
 * spread over many small ones.
 */
export function onlyChanged(tree: CallTree, atLeast: number): CallTree {
  const { length, parent, right } = tree;
  if (right === undefined) {
    return tree;
  }
  const own = ownValues(tree, tree);
  const rightOwn = ownValues(tree, right);
  const changes = (left: number, other: number) =>
    Math.abs(shareOf(other, right.total[ROOT]) - shareOf(left, tree.total[ROOT])) >= atLeast;
  const stays = new Uint8Array(length);
  const leadsToChange = new Uint8Array(length);
  for (let node = length - 1; node > ROOT; node--) {
    if (leadsToChange[node] === 1 || changes(tree.total[node], right.total[node])) {
      stays[node] = 1;
      leadsToChange[parent[node]] = 1;
    }
  }
  stays[ROOT] = 1;
  const into = new Int32Array(length).fill(NOWHERE);
  /** NodeIndex -> 1 at and below changed places that have no changed place below them. */
  const isKeptWhole = new Uint8Array(length);
  for (let node = 0; node < length; node++) {
    const isInnermost = node > ROOT && stays[node] === 1 && leadsToChange[node] === 0;
    if (isInnermost || (node > ROOT && isKeptWhole[parent[node]] === 1)) {
      isKeptWhole[node] = 1;
      stays[node] = 1;
    }
    if (isKeptWhole[node] === 1 || (stays[node] === 1 && changes(own[node], rightOwn[node]))) {
      into[node] = node;
    }
  }
  return pruneTree(tree, stays, into);
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
