import type { CallTree } from '../../profile/callTree';
import { truncatedShare } from '../../profile/refineTree';
import { formatShare } from '../view/formatShare';

/**
 * What of a profile is exact and what is merged: "8,192 largest nodes; 3.1% merged into 214 boxes". Undefined where
 * nothing is known to be cut.
 */
export function cutText(tree: CallTree): string | undefined {
  const boxes = tree.truncated?.length ?? 0;
  if (boxes === 0) {
    return undefined;
  }
  const into = boxes === 1 ? '1 box' : `${boxes.toLocaleString()} boxes`;
  const exact = tree.length - 1 - boxes;
  const nodes = exact === 1 ? '1 largest node' : `${exact.toLocaleString()} largest nodes`;
  return `${nodes}; ${formatShare(truncatedShare(tree), 1)} merged into ${into}`;
}
