import type { CallTree, FunctionIndex } from '../callTree';
import type { ChangeBy } from '../diffChange';
import { type ComparedValue, comparedRows, relativeText, signed } from './comparedRows';
import { markdownTable } from './markdownTable';

const TITLES = ['self', 'total'].flatMap((basis) => [
  `Baseline ${basis}`,
  `Compared ${basis}`,
  `Change of ${basis}`,
  `Relative`,
]);

/**
 * The `limit` functions of a comparison whose self changed most as a Markdown table, for an issue or a chat: of each
 * what both sides spent with its share, and the change, absolute and as a part of the baseline. `format` writes a value
 * with its unit. Or the first of `picked` ones.
 */
export function comparisonMarkdown(
  tree: CallTree,
  limit: number,
  by: ChangeBy,
  format: (value: number) => string,
  picked?: readonly FunctionIndex[]
): string {
  const rows = comparedRows(tree, by, picked);
  const side = (value: number, share: number) => `${format(value)} (${share.toFixed(2)}%)`;
  const cellsOf = ({ baseline, baselineShare, compared, comparedShare, change }: ComparedValue) => [
    side(baseline, baselineShare),
    side(compared, comparedShare),
    `${change.value > 0 ? '+' : ''}${format(change.value)} (${signed(100 * change.share, 2)} pp)`,
    relativeText(change),
  ];
  const table = markdownTable(
    ['Function', ...TITLES],
    rows.slice(0, limit).map(({ name, self, total }) => [name, ...cellsOf(self), ...cellsOf(total)])
  );
  const compared = `Changes as a part of the baseline compare ${by === 'share' ? 'each side’s share of its whole' : 'values'}; pp: percentage points.`;
  const cut =
    rows.length > limit
      ? picked === undefined
        ? ` The ${limit} of ${rows.length} functions that changed most.`
        : ` The first ${limit} of ${rows.length} functions.`
      : '';
  return `${table}\n${compared}${cut}\n`;
}
