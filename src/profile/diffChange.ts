import { ROOT, type CallTree, type FunctionIndex, type NodeIndex } from './callTree';
import type { TopTable } from './topTable';

/** What is compared: each side's share of its own total, or its values as they are. */
export type ChangeBy = 'share' | 'value';

/** `new`: only the second side has it. `gone`: only the baseline has it. `same`: no more apart than by rounding. */
export type ChangeKind = 'new' | 'gone' | 'changed' | 'same';

/** How something differs between the sides of a comparison. All numbers are finite. */
export interface Change {
  readonly kind: ChangeKind;
  /** Second side minus baseline, in the tree's unit. */
  readonly value: number;
  /** The same of each side's share of its own total: 0.02 is two percentage points more. */
  readonly share: number;
  /**
   * What was compared, shares or values, as a part of the baseline: 0.5 is half as much again, -1 is gone. Undefined
   * where there is no baseline to be a part of: what is new, and values that went through zero.
   */
  readonly relative: number | undefined;
  /** See `changeScale`. */
  readonly scale: number;
}

/** What two sides may differ by through rounding, as a part of the larger. */
const ROUNDING = 1e-9;

/**
 * What colours come from: -1 is gone, 0 unchanged, 1 new. It is the difference as a part of both sides together, so that
 * doubling (1/3) and halving (-1/3) are equally far from no change. Values that are no numbers count as 0.
 */
export function changeScale(left: number, right: number): number {
  const [before, after] = [finite(left), finite(right)];
  const both = Math.abs(before) + Math.abs(after);
  return Math.abs(after - before) <= both * ROUNDING ? 0 : (after - before) / both;
}

/** How a node's total differs. A tree that is no comparison has not changed. */
export function changeOf(tree: CallTree, node: NodeIndex, by: ChangeBy): Change {
  const right = tree.right ?? tree;
  return changeBetween(tree.total[node], right.total[node], { left: tree.total[ROOT], right: right.total[ROOT] }, by);
}

/** How a row of a comparison's top table differs, in what the function has itself or with all that it calls. */
export function functionChange(
  table: TopTable,
  func: FunctionIndex,
  whole: Sides,
  basis: 'self' | 'total',
  by: ChangeBy
): Change {
  return changeBetween(table[basis][func], (table.right ?? table)[basis][func], whole, by);
}

/** The root's totals of both sides: what shares are of. */
export interface Sides {
  readonly left: number;
  readonly right: number;
}

/** How a value of the baseline differs from one of the second side. */
export function changeBetween(left: number, right: number, whole: Sides, by: ChangeBy): Change {
  const [before, after] = [finite(left), finite(right)];
  const shares = [shareOf(before, whole.left), shareOf(after, whole.right)];
  const [from, to] = by === 'share' ? shares : [before, after];
  const scale = changeScale(from, to);
  const relative = scale === 0 ? 0 : to / from - 1;
  return {
    kind: kindOf(before, after, scale),
    value: after - before,
    share: shares[1] - shares[0],
    relative: Number.isFinite(relative) && relative >= -1 ? relative : undefined,
    scale,
  };
}

function kindOf(left: number, right: number, scale: number): ChangeKind {
  if (left === 0 || right === 0) {
    return left === right ? 'same' : left === 0 ? 'new' : 'gone';
  }
  return scale === 0 ? 'same' : 'changed';
}

/** A value as a part of a whole, 0 where that says nothing. */
export function shareOf(value: number, whole: number): number {
  return whole === 0 ? 0 : finite(value / whole);
}

function finite(value: number): number {
  return Number.isFinite(value) ? value : 0;
}
