import type { CallTree } from '../callTree';
import { exportedRows } from './exportedRows';
import { oneLine } from './oneLine';

/**
 * The `limit` functions with the largest self values as a Markdown table (GitHub Flavored Markdown, tables), for an
 * issue or a chat. `format` writes a value with its unit.
 */
export function topTableMarkdown(tree: CallTree, limit: number, format: (value: number) => string): string {
  const rows = exportedRows(tree);
  const lines = ['| Function | Self | Self % | Total | Total % |', '| --- | ---: | ---: | ---: | ---: |'];
  for (const { name, self, selfShare, total, totalShare } of rows.slice(0, limit)) {
    const cells = [name, format(self), `${selfShare.toFixed(2)}%`, format(total), `${totalShare.toFixed(2)}%`];
    lines.push(`| ${cells.map(cell).join(' | ')} |`);
  }
  if (rows.length > limit) {
    lines.push('', `The largest ${limit} of ${rows.length} functions.`);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** Punctuation that means something to Markdown is escaped: a name is shown as it is. */
function cell(text: string): string {
  return oneLine(text).replace(/[\\`*_~|<>[\]&$#!]/g, '\\$&');
}
