import { ROOT, type CallTree, type NodeIndex } from '../callTree';
import { nodesByPath } from '../nodePath';
import { isCut } from '../cuts';
import { GONE, TreeMerge } from './treeMerge';

/** The places with this path of names. What the backend cut is none, whatever functions are called. */
export function placesOf(tree: CallTree, path: readonly string[]): readonly NodeIndex[] {
  return nodesByPath(tree, path).filter((node) => !isCut(tree, node));
}

/**
 * Only what lies at and below the place with this path of names, which becomes the outermost one. Places that share
 * the path become one. Nothing is left where there is no such place; the empty path is the whole tree.
 */
export function focusOnPath(tree: CallTree, path: readonly string[]): CallTree {
  if (path.length === 0) {
    return tree;
  }
  const starts = new Set(placesOf(tree, path));
  const merge = new TreeMerge(tree);
  merge.drop(ROOT);
  for (let node = 1; node < tree.length; node++) {
    const above = merge.into[tree.parent[node]];
    if (above !== GONE) {
      merge.keep(node, above);
    } else if (starts.has(node)) {
      merge.keep(node, ROOT);
    }
  }
  return merge.finish();
}
