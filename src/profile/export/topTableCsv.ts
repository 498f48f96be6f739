import type { CallTree, FunctionIndex } from '../callTree';
import { csvCell } from './csvCell';
import { exportedRows } from './exportedRows';

/** The table of functions as comma-separated values (RFC 4180), the largest self value first, or `picked` ones alone. */
export function topTableCsv(tree: CallTree, picked?: readonly FunctionIndex[]): string {
  const unit = tree.unit === 'unknown' ? '' : ` (${tree.unit})`;
  const lines = [['Function', 'File', `Self${unit}`, 'Self %', `Total${unit}`, 'Total %'].join(',')];
  for (const row of exportedRows(tree, picked)) {
    const { self, selfShare, total, totalShare } = row;
    lines.push([csvCell(row.name), csvCell(row.file), self, percent(selfShare), total, percent(totalShare)].join(','));
  }
  return lines.map((line) => `${line}\r\n`).join('');
}

function percent(share: number): string {
  return share.toFixed(2);
}
