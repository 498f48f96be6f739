import type { CallTree } from './callTree';
import { overlayTrees, sumColumn } from './overlayTrees';

/**
 * Lays two profiles side by side: the nodes of either, with the values of the left one as `total` and `self` and those
 * of the right one as `right`, zero where a side lacks the node. If one of them is a comparison itself, its left side
 * is taken. Values are not brought to one scale: shares are taken of each side's own root.
 */
export function diffTrees(left: CallTree, right: CallTree): CallTree {
  const overlay = overlayTrees([left, right]);
  const onlyOf = (side: number, values: Float64Array) =>
    sumColumn(overlay, (tree) => (tree === side ? values : undefined));
  return {
    ...overlay.structure,
    total: onlyOf(0, left.total),
    self: onlyOf(0, left.self),
    right: { total: onlyOf(1, right.total), self: onlyOf(1, right.self) },
  };
}
