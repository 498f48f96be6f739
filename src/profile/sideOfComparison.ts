import type { CallTree } from './callTree';

/** The side that is compared with, and the side that is looked at for what it has more or less. */
export type ComparisonSide = 'baseline' | 'compared';

/**
 * One side of a comparison as a profile of its own. It has the nodes of both, those that only the other side has with
 * zeros. A tree that is no comparison is itself.
 */
export function sideOfComparison({ right, ...tree }: CallTree, side: ComparisonSide): CallTree {
  return side === 'compared' && right !== undefined ? { ...tree, ...right } : tree;
}
