import type { CallTree } from '../callTree';
import { exportedRows } from './exportedRows';
import { markdownTable } from './markdownTable';

/**
 * The `limit` functions with the largest self values as a Markdown table, for an issue or a chat. `format` writes a
 * value with its unit.
 */
export function topTableMarkdown(tree: CallTree, limit: number, format: (value: number) => string): string {
  const rows = exportedRows(tree);
  const table = markdownTable(
    ['Function', 'Self', 'Self %', 'Total', 'Total %'],
    rows
      .slice(0, limit)
      .map(({ name, self, selfShare, total, totalShare }) => [
        name,
        format(self),
        `${selfShare.toFixed(2)}%`,
        format(total),
        `${totalShare.toFixed(2)}%`,
      ])
  );
  return rows.length > limit ? `${table}\nThe largest ${limit} of ${rows.length} functions.\n` : table;
}
