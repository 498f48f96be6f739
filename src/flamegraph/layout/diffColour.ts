import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { DIFF_STEPS, GONE, NEW, UNCHANGED } from './palette';

/**
 * How much more the second side has, from -1 (only the baseline has it) by way of 0 (no change) to 1 (only the second
 * side has it): the difference as a part of both together. Doubling is 1/3, halving -1/3, so it is fair to both sides.
 */
export function relativeChange(tree: CallTree, node: NodeIndex, by: 'share' | 'value'): number {
  const left = sideOf(tree.total, node, by);
  const right = tree.right === undefined ? left : sideOf(tree.right.total, node, by);
  const both = Math.abs(left) + Math.abs(right);
  return both === 0 ? 0 : (right - left) / both;
}

function sideOf(total: Float64Array, node: NodeIndex, by: 'share' | 'value'): number {
  const value = Number.isFinite(total[node]) ? total[node] : 0;
  return by === 'value' ? value : total[ROOT] === 0 ? 0 : value / total[ROOT];
}

/**
 * Colour index of a node's change. The steps follow the square root, so that small changes show: a change by a tenth is
 * one step, a doubling three and a half, and what changes by less than a hundredth or so has not changed.
 */
export function diffColour(tree: CallTree, node: NodeIndex, by: 'share' | 'value'): number {
  const change = relativeChange(tree, node, by);
  if (change === 1) {
    return NEW;
  }
  if (change === -1) {
    return GONE;
  }
  return UNCHANGED + Math.sign(change) * Math.min(DIFF_STEPS, Math.round(DIFF_STEPS * Math.sqrt(Math.abs(change))));
}
