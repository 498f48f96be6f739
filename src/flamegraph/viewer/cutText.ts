import type { CallTree } from '../../profile/callTree';
import { truncatedShare } from '../../profile/cuts';
import { formatShare } from '../view/formatShare';

/**
 * What of a profile is exact and what is merged: "8,192 largest nodes; 3.1% merged into 214 boxes". Undefined where
 * nothing is known to be cut, nor was: of what was cut when it came, and no longer is, that is said.
 */
export function cutText(tree: CallTree, given = tree): string | undefined {
  const boxes = tree.truncated?.length ?? 0;
  if (boxes === 0) {
    const wasCut = (given.truncated?.length ?? 0) > 0;
    return wasCut ? `${(tree.length - 1).toLocaleString()} nodes, nothing is merged` : undefined;
  }
  const into = boxes === 1 ? '1 box' : `${boxes.toLocaleString()} boxes`;
  const exact = tree.length - 1 - boxes;
  const nodes = exact === 1 ? '1 largest node' : `${exact.toLocaleString()} largest nodes`;
  return `${nodes}; ${formatShare(truncatedShare(tree), 1)} merged into ${into}`;
}
