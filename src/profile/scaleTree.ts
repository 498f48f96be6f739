import type { CallTree } from './callTree';

/**
 * The tree with every value multiplied by `factor`, as snapshots that were added up are averaged. What does not change
 * is shared with the given tree.
 *
 * @throws RangeError if the factor is no finite number
 */
export function scaleTree(tree: CallTree, factor: number): CallTree {
  if (!Number.isFinite(factor)) {
    throw new RangeError(`A profile cannot be multiplied by ${factor}.`);
  }
  const scaled = ({ total, self }: { readonly total: Float64Array; readonly self: Float64Array }) => ({
    total: total.map((value) => value * factor),
    self: self.map((value) => value * factor),
  });
  return { ...tree, ...scaled(tree), ...(tree.right === undefined ? {} : { right: scaled(tree.right) }) };
}
