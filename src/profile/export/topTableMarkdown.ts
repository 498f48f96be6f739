import type { CallTree, FunctionIndex } from '../callTree';
import { exportedRows } from './exportedRows';
import { markdownTable } from './markdownTable';

/**
 * The `limit` functions with the largest self values as a Markdown table, for an issue or a chat. `format` writes a
 * value with its unit. Or the first of `picked` ones.
 */
export function topTableMarkdown(
  tree: CallTree,
  limit: number,
  format: (value: number) => string,
  picked?: readonly FunctionIndex[]
): string {
  const rows = exportedRows(tree, picked);
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
  return rows.length > limit
    ? `${table}\nThe ${picked === undefined ? 'largest' : 'first'} ${limit} of ${rows.length} functions.\n`
    : table;
}
