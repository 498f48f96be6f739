import { ROOT, type CallTree } from '../../profile/callTree';
import { formatShare } from '../view/formatShare';

/**
 * What of a profile is exact and what is merged: "8,192 largest nodes; 3.1% merged into 214 boxes". Undefined where
 * nothing is known to be cut. For a comparison the larger share of both sides.
 */
export function cutText({ length, total, right, truncated }: CallTree): string | undefined {
  const boxes = truncated?.length ?? 0;
  if (truncated === undefined || boxes === 0) {
    return undefined;
  }
  const shareOf = (values: Float64Array) => {
    const merged = truncated.reduce((sum, node) => sum + values[node], 0);
    return values[ROOT] === 0 ? 0 : merged / values[ROOT];
  };
  const share = Math.max(shareOf(total), right === undefined ? 0 : shareOf(right.total));
  const into = boxes === 1 ? '1 box' : `${boxes.toLocaleString()} boxes`;
  const exact = length - 1 - boxes;
  return `${exact === 1 ? '1 largest node' : `${exact.toLocaleString()} largest nodes`}; ${formatShare(share, 1)} merged into ${into}`;
}
