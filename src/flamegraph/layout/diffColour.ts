import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { type ChangeBy, changeScale } from '../../profile/diffChange';
import { DIFF_STEPS, GONE, NEW, UNCHANGED } from './palette';

/** Colour index of a node's change. */
export function diffColour(tree: CallTree, node: NodeIndex, by: ChangeBy): number {
  const right = tree.right ?? tree;
  const isShare = by === 'share';
  return changeColour(
    tree.total[node] / (isShare ? tree.total[ROOT] : 1),
    right.total[node] / (isShare ? right.total[ROOT] : 1)
  );
}

/**
 * Colour index of the change from a baseline's value to the other side's. The steps follow the square root, so that small changes show: a change by a tenth is
 * one step, a doubling three and a half, and what changes by less than a hundredth or so has not changed.
 */
export function changeColour(before: number, after: number): number {
  const change = changeScale(before, after);
  if (change === 1) {
    return NEW;
  }
  if (change === -1) {
    return GONE;
  }
  return UNCHANGED + Math.sign(change) * Math.min(DIFF_STEPS, Math.round(DIFF_STEPS * Math.sqrt(Math.abs(change))));
}
