import type { CallTree } from './callTree';
import { overlayTrees, sumColumn } from './overlayTrees';

/**
 * Adds trees up, node by node. Comparisons are added side by side; a tree that is none counts for the left side. The
 * unit is the trees' own if they agree, else 'unknown'. No trees are an empty tree; one tree is brought into normal
 * form: siblings by name, each name once.
 */
export function mergeTrees(trees: readonly CallTree[]): CallTree {
  const overlay = overlayTrees(trees);
  const isDiff = trees.some((tree) => tree.right !== undefined);
  return {
    ...overlay.structure,
    total: sumColumn(overlay, (tree) => trees[tree].total),
    self: sumColumn(overlay, (tree) => trees[tree].self),
    ...(isDiff
      ? {
          right: {
            total: sumColumn(overlay, (tree) => trees[tree].right?.total),
            self: sumColumn(overlay, (tree) => trees[tree].right?.self),
          },
        }
      : {}),
  };
}
