import { ROOT, type CallTree, type FunctionIndex } from '../callTree';
import { shareOf } from '../diffChange';
import { topTable } from '../topTable';

/** A line of a table of functions. */
export interface ExportedRow {
  readonly name: string;
  /** '' where unknown. */
  readonly file: string;
  /** In the tree's unit. */
  readonly self: number;
  readonly total: number;
  /** Of the whole profile, in percent. */
  readonly selfShare: number;
  readonly totalShare: number;
}

/** So that it is not taken for a function. */
export const CUT_NAME = 'other (cut by the backend)';

/**
 * The functions that a profile has, the largest self value first, then the largest total, then by name; last what the
 * backend cut, if it did, so that all of the profile is there. Or `picked` ones alone, in that order.
 */
export function exportedRows(tree: CallTree, picked?: readonly FunctionIndex[]): ExportedRow[] {
  const { length, self, total, nodes } = topTable(tree);
  const whole = tree.total[ROOT];
  const share = (value: number) => 100 * shareOf(value, whole);
  const rows: FunctionIndex[] = [];
  for (let func = 0; func < length; func++) {
    if (nodes[func] > 0) {
      rows.push(func);
    }
  }
  const { names } = tree.functions;
  rows.sort((a, b) => self[b] - self[a] || total[b] - total[a] || byName(names[a], names[b]));
  const exported = (picked ?? rows).map((func) => ({
    name: names[func],
    file: fileOf(tree, func),
    self: self[func],
    total: total[func],
    selfShare: share(self[func]),
    totalShare: share(total[func]),
  }));
  const cut = cutValue(tree, tree.total);
  return cut === 0 || picked !== undefined
    ? exported
    : [...exported, { name: CUT_NAME, file: '', self: cut, total: cut, selfShare: share(cut), totalShare: share(cut) }];
}

export function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** '' where unknown. */
export function fileOf({ functions }: CallTree, func: FunctionIndex): string {
  return functions.files?.[functions.file?.[func] ?? -1] ?? '';
}

/** What the backend cut, of one side's totals. */
export function cutValue({ truncated = new Uint32Array() }: CallTree, total: Float64Array): number {
  return truncated.reduce((sum, node) => sum + total[node], 0);
}
