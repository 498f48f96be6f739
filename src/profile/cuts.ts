import { ROOT, type CallTree, type NodeIndex } from './callTree';

/** Whether a node stands for functions which the backend cut. */
export function isCut({ truncated }: Pick<CallTree, 'truncated'>, node: NodeIndex): boolean {
  if (truncated === undefined) {
    return false;
  }
  const at = firstAtLeast(truncated, node);
  return at < truncated.length && truncated[at] === node;
}

/** What of a profile's total is in functions that the backend cut, 0 to 1; for a comparison the larger share of both sides. */
export function truncatedShare({ total, right, truncated = new Uint32Array() }: CallTree): number {
  const shareOf = (values: Float64Array) => {
    const cut = truncated.reduce((sum, node) => sum + values[node], 0);
    return Number.isFinite(cut / values[ROOT]) ? cut / values[ROOT] : 0;
  };
  return Math.max(shareOf(total), right === undefined ? 0 : shareOf(right.total));
}

/** Number of nodes at and below a node that are no cuts. */
export function knownBelow(tree: CallTree, node: NodeIndex): number {
  const { truncated = new Uint32Array() } = tree;
  const end = tree.subtreeEnd[node];
  return end - node - (firstAtLeast(truncated, end) - firstAtLeast(truncated, node));
}

/** Position of the first of ascending numbers that is at least `least`. */
function firstAtLeast(ascending: Uint32Array, least: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle] < least) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
