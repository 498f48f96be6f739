import type { CallTree } from '../../profile/callTree';

/**
 * NodeIndex -> width of the node's box, in the tree's unit: never negative, never NaN. For a plain profile that is the
 * `total` column itself. A comparison is as wide as both sides together, so that what is new and what is gone both show.
 */
export function boxWeights(tree: CallTree): Float64Array {
  return tree.right === undefined ? tree.total : repairedWeights(tree);
}

/**
 * The same for trees whose totals cannot be laid out as they are (negative, NaN, or less than their children's sum, as
 * other data sources may send): sizes instead of values, each box widened to hold its children.
 */
export function repairedWeights(tree: CallTree): Float64Array {
  const { length, parent, total, right } = tree;
  const weight = new Float64Array(length);
  for (let node = length - 1; node >= 0; node--) {
    // What stands behind has been added up: `weight` is what the node's children need together.
    const needed = weight[node];
    const size = magnitude(total[node]) + magnitude(right?.total[node]);
    const width = size > needed ? size : needed;
    weight[node] = width;
    if (node > 0) {
      weight[parent[node]] += width;
    }
  }
  return weight;
}

function magnitude(value: number | undefined): number {
  const size = Math.abs(value ?? 0);
  return Number.isFinite(size) ? size : 0;
}
