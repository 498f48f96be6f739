import { ROOT, type CallTree, type FunctionIndex } from '../callTree';
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
const CUT_NAME = 'other (cut by the backend)';

/**
 * The functions that a profile has, the largest self value first, then the largest total, then by name; last what the
 * backend cut, if it did, so that all of the profile is there.
 */
export function exportedRows(tree: CallTree): ExportedRow[] {
  const { functions } = tree;
  const { length, self, total, nodes } = topTable(tree);
  const whole = tree.total[ROOT];
  const share = (value: number) => (whole === 0 ? 0 : (100 * value) / whole);
  const rows: FunctionIndex[] = [];
  for (let func = 0; func < length; func++) {
    if (nodes[func] > 0) {
      rows.push(func);
    }
  }
  const { names } = functions;
  rows.sort(
    (a, b) => self[b] - self[a] || total[b] - total[a] || (names[a] < names[b] ? -1 : names[a] > names[b] ? 1 : 0)
  );
  const exported = rows.map((func) => ({
    name: names[func],
    file: functions.files?.[functions.file?.[func] ?? -1] ?? '',
    self: self[func],
    total: total[func],
    selfShare: share(self[func]),
    totalShare: share(total[func]),
  }));
  const cut = (tree.truncated ?? new Uint32Array()).reduce((sum, node) => sum + tree.total[node], 0);
  return cut === 0
    ? exported
    : [...exported, { name: CUT_NAME, file: '', self: cut, total: cut, selfShare: share(cut), totalShare: share(cut) }];
}
