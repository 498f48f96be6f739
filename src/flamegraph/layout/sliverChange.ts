import { ROOT } from '../../profile/callTree';
import type { ChangeBy } from '../../profile/diffChange';
import { changeColour } from './diffColour';
import { lowerBound } from './sortedColumn';
import type { LevelPosition, TreeLayout } from './treeLayout';

/**
 * Colour index of the change of all nodes from `first` to `last` (LevelPositions of one level, both included) taken
 * together: what is too narrow to be drawn alone still shows whether it grew. Sums are kept up to each position of a
 * level, so that a run costs two of them however many nodes it has; those of a level are made when it is first drawn.
 */
export function sliverChange(layout: TreeLayout, by: ChangeBy): (first: LevelPosition, last: LevelPosition) => number {
  const { tree, nodes, levelOffsets } = layout;
  const right = tree.right ?? tree;
  const isShare = by === 'share';
  const leftWhole = isShare ? tree.total[ROOT] : 1;
  const rightWhole = isShare ? right.total[ROOT] : 1;
  const sums = new Array<{ readonly left: Float64Array; readonly right: Float64Array } | undefined>(layout.levels);
  return (first, last) => {
    const level = lowerBound(levelOffsets, first + 1) - 1;
    const start = levelOffsets[level];
    const ofLevel = () => nodes.subarray(start, levelOffsets[level + 1]);
    const known = (sums[level] ??= { left: sumsOf(tree.total, ofLevel()), right: sumsOf(right.total, ofLevel()) });
    const before = sumBetween(known.left, first - start, last - start);
    const after = sumBetween(known.right, first - start, last - start);
    return changeColour(before / leftWhole, after / rightWhole);
  };
}

/** Up to each of the nodes, that one included. */
function sumsOf(total: Float64Array, nodes: Uint32Array): Float64Array {
  const sums = new Float64Array(nodes.length);
  let sum = 0;
  for (let at = 0; at < nodes.length; at++) {
    sum += total[nodes[at]];
    sums[at] = sum;
  }
  return sums;
}

/** Of entries from `first` to `last`, both included. */
function sumBetween(sums: Float64Array, first: number, last: number): number {
  return sums[last] - (first === 0 ? 0 : sums[first - 1]);
}
