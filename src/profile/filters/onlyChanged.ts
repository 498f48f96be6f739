import { ROOT, type CallTree } from '../callTree';
import type { ChangeBy } from '../diffChange';
import { ownValues } from '../ownValues';
import { NOWHERE, pruneTree } from './pruneTree';

/**
 * Of a comparison, only what changed: places whose share of their side's total differs between the sides by at least
 * `atLeast`, or `by` value whose values do by that part of the larger total, and the callers that lead there.
 *
 * A changed place that has a changed place below it keeps that one, and its own value if that changed as much: what
 * changed less goes away with its value. One that has none below it keeps all of its subtree, for there the change is
 * spread over many small ones.
 */
export function onlyChanged(tree: CallTree, atLeast: number, by: ChangeBy = 'share'): CallTree {
  const { length, parent, right } = tree;
  if (right === undefined) {
    return tree;
  }
  const own = ownValues(tree, tree);
  const rightOwn = ownValues(tree, right);
  const [whole, rightWhole] = [tree.total[ROOT], right.total[ROOT]];
  const larger = Math.max(Math.abs(whole), Math.abs(rightWhole));
  const changes = (left: number, other: number) =>
    Math.abs(by === 'value' ? shareOf(other - left, larger) : shareOf(other, rightWhole) - shareOf(left, whole)) >=
    atLeast;
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
