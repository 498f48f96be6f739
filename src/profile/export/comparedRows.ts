import { ROOT, type CallTree, type FunctionIndex } from '../callTree';
import { type Change, type ChangeBy, changeBetween, functionChange, shareOf } from '../diffChange';
import { topTable } from '../topTable';
import { byName, CUT_NAME, cutValue, fileOf } from './exportedRows';

/** What both sides of a comparison spent, in a function itself or with all that it called. */
export interface ComparedValue {
  /** In the tree's unit. */
  readonly baseline: number;
  readonly compared: number;
  /** Of each side's whole, in percent. */
  readonly baselineShare: number;
  readonly comparedShare: number;
  readonly change: Change;
}

/** A line of a table of a comparison's functions. */
export interface ComparedRow {
  readonly name: string;
  /** '' where unknown. */
  readonly file: string;
  readonly self: ComparedValue;
  readonly total: ComparedValue;
}

/**
 * The functions of a comparison, those first whose self changed most, up or down, by `by`; then those whose total did,
 * then by name. Last what the backend cut, if it did. Or `picked` ones alone, in that order.
 */
export function comparedRows(tree: CallTree, by: ChangeBy, picked?: readonly FunctionIndex[]): ComparedRow[] {
  const { right = tree } = tree;
  const table = topTable(tree);
  const whole = { left: tree.total[ROOT], right: right.total[ROOT] };
  const value = (baseline: number, compared: number, change: Change): ComparedValue => ({
    baseline,
    compared,
    baselineShare: 100 * shareOf(baseline, whole.left),
    comparedShare: 100 * shareOf(compared, whole.right),
    change,
  });
  const valueOf = (func: FunctionIndex, basis: 'self' | 'total') =>
    value(table[basis][func], (table.right ?? table)[basis][func], functionChange(table, func, whole, basis, by));
  const rowOf = (func: FunctionIndex): ComparedRow => ({
    name: tree.functions.names[func],
    file: fileOf(tree, func),
    self: valueOf(func, 'self'),
    total: valueOf(func, 'total'),
  });
  if (picked !== undefined) {
    return picked.map(rowOf);
  }
  const rows: ComparedRow[] = [];
  for (let func = 0; func < table.length; func++) {
    if (table.nodes[func] > 0) {
      rows.push(rowOf(func));
    }
  }
  const sizeOf = ({ change }: ComparedValue) => Math.abs(by === 'share' ? change.share : change.value);
  rows.sort((a, b) => sizeOf(b.self) - sizeOf(a.self) || sizeOf(b.total) - sizeOf(a.total) || byName(a.name, b.name));
  const [before, after] = [cutValue(tree, tree.total), cutValue(tree, right.total)];
  if (before !== 0 || after !== 0) {
    const cut = value(before, after, changeBetween(before, after, whole, by));
    rows.push({ name: CUT_NAME, file: '', self: cut, total: cut });
  }
  return rows;
}

/** "+18.00%" of the baseline, "new", "gone", "same" or, where no part of a baseline says anything, "". */
export function relativeText({ kind, relative }: Change): string {
  switch (kind) {
    case 'new':
    case 'gone':
    case 'same':
      return kind;
    case 'changed':
      return relative === undefined ? '' : `${signed(100 * relative, 2)}%`;
  }
}

/** With its sign, rounded to `decimals`: "+1.50", "-2.00", "0.00". */
export function signed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals);
  return Number(text) === 0 ? text : `${value > 0 ? '+' : '-'}${text}`;
}
