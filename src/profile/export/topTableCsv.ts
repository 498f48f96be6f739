import type { CallTree } from '../callTree';
import { exportedRows } from './exportedRows';

/**
 * The table of functions as comma-separated values (RFC 4180), the largest self value first. Names that a spreadsheet
 * would take for a formula begin with an apostrophe (OWASP, CSV injection).
 */
export function topTableCsv(tree: CallTree): string {
  const unit = tree.unit === 'unknown' ? '' : ` (${tree.unit})`;
  const lines = [['Function', 'File', `Self${unit}`, 'Self %', `Total${unit}`, 'Total %'].join(',')];
  for (const row of exportedRows(tree)) {
    const { self, selfShare, total, totalShare } = row;
    lines.push([cell(row.name), cell(row.file), self, percent(selfShare), total, percent(totalShare)].join(','));
  }
  return lines.map((line) => `${line}\r\n`).join('');
}

function percent(share: number): string {
  return share.toFixed(2);
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
