import { ROOT } from '../../profile/callTree';
import type { ChangeBy } from '../../profile/diffChange';
import { changeColour } from './diffColour';
import type { LevelPosition, TreeLayout } from './treeLayout';

/**
 * Colour index of the change of all nodes from `first` to `last` (LevelPositions of one level, both included) taken
 * together: what is too narrow to be drawn alone still shows whether it grew. Sums are kept up to each position, so that
 * a run costs two of them however many nodes it has; they are made at the first call, linear in nodes.
 */
export function sliverChange(layout: TreeLayout, by: ChangeBy): (first: LevelPosition, last: LevelPosition) => number {
  const { tree, nodes } = layout;
  const right = tree.right ?? tree;
  const isShare = by === 'share';
  const leftWhole = isShare ? tree.total[ROOT] : 1;
  const rightWhole = isShare ? right.total[ROOT] : 1;
  let sums: { readonly left: Float64Array; readonly right: Float64Array } | undefined;
  return (first, last) => {
    sums ??= { left: sumsOf(tree.total, nodes), right: sumsOf(right.total, nodes) };
    const before = sums.left[last + 1] - sums.left[first];
    const after = sums.right[last + 1] - sums.right[first];
    return changeColour(before / leftWhole, after / rightWhole);
  };
}

/** Position -> sum of all before it. One entry more than there are positions. */
function sumsOf(total: Float64Array, nodes: Uint32Array): Float64Array {
  const sums = new Float64Array(nodes.length + 1);
  for (let position = 0; position < nodes.length; position++) {
    sums[position + 1] = sums[position] + total[nodes[position]];
  }
  return sums;
}
