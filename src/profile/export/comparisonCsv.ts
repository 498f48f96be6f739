import type { CallTree, FunctionIndex } from '../callTree';
import type { ChangeBy } from '../diffChange';
import { type ComparedValue, comparedRows, relativeText } from './comparedRows';
import { csvCell } from './csvCell';

/**
 * A comparison's functions as comma-separated values (RFC 4180), those first whose self changed most, or `picked` ones. Of each function
 * what both sides spent, in the tree's unit and as a part of their whole; the change in that unit and in percentage
 * points; and that change as a part of the baseline, by shares or by values, or that the function is new, gone, or the
 * same.
 */
export function comparisonCsv(tree: CallTree, by: ChangeBy, picked?: readonly FunctionIndex[]): string {
  const unit = tree.unit === 'unknown' ? '' : ` (${tree.unit})`;
  const titles = ['self', 'total'].flatMap((basis) => [
    `Baseline ${basis}${unit}`,
    `Baseline ${basis} %`,
    `Compared ${basis}${unit}`,
    `Compared ${basis} %`,
    `Change of ${basis}${unit}`,
    `Change of ${basis} (percentage points)`,
    `Change of ${basis} by ${by}`,
  ]);
  const lines = [['Function', 'File', ...titles]];
  for (const { name, file, self, total } of comparedRows(tree, by, picked)) {
    lines.push([csvCell(name), csvCell(file), ...cellsOf(self), ...cellsOf(total)]);
  }
  return lines.map((cells) => `${cells.join(',')}\r\n`).join('');
}

function cellsOf({ baseline, baselineShare, compared, comparedShare, change }: ComparedValue): string[] {
  return [
    String(baseline),
    baselineShare.toFixed(2),
    String(compared),
    comparedShare.toFixed(2),
    String(change.value),
    (100 * change.share).toFixed(2),
    // A number as a spreadsheet takes it; a sign in front would make a text of it.
    relativeText(change).replace(/^\+/, ''),
  ];
}
