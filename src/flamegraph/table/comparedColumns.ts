import { formatShare } from '../view/formatShare';
import { ALMOST_NOTHING, relativeChange, shareChange, valueChange } from './changeText';
import { columnWords } from './columnWords';
import { partOf } from './plainColumns';
import type { TableCell, TableColumn } from './tableColumn';
import type { Basis } from './sortRows';

/** One side of a comparison. */
interface Side {
  readonly values: Float64Array;
  /** The value of the whole side. */
  readonly whole: number;
}

interface ComparedOptions {
  readonly basis: Basis;
  /** Whether the other basis has no columns: titles are shorter then. */
  readonly isAlone: boolean;
  /** Which columns there are besides that of what is compared and that of the change. */
  readonly kept: readonly ('baseline' | 'relative')[];
  readonly format: (value: number) => string;
  readonly diffBy?: 'value';
  readonly isBottomUp?: boolean;
}

/** Both sides and the change between them, by values or by each side's share of its whole. */
export function comparedColumns(left: Side, right: Side, options: ComparedOptions): readonly TableColumn[] {
  const { basis, isAlone, kept, format, diffBy } = options;
  const isByValue = diffBy === 'value';
  // No share says anything of a side that is a difference itself and adds up to nothing: no number, unless it is 0.
  const numberOf = ({ values, whole }: Side, row: number) =>
    isByValue || values[row] === 0 ? values[row] : whole === 0 ? NaN : values[row] / whole;
  const difference = (row: number) => numberOf(right, row) - numberOf(left, row);
  const words = columnWords(basis, options.isBottomUp);
  const title = (name: string) => (isAlone ? name : `${words.title} ${name.toLowerCase()}`);

  const sideColumn = (side: Side, name: 'Baseline' | 'Compared'): TableColumn => ({
    id: `${basis}${name}`,
    sort: `${basis}${name}`,
    title: title(name),
    meaning: `${words.meaning}, ${name === 'Baseline' ? 'in the baseline' : 'in what is compared with the baseline'}`,
    width: isAlone ? 98 : 132,
    keyOf: (row) => numberOf(side, row),
    cell(row) {
      const [value, share] = [format(side.values[row]), formatShare(side.values[row], side.whole)];
      return {
        text: isByValue ? value : share,
        title: isByValue ? share : value,
        bar: partOf(side.values[row], side.whole),
        ...(side.values[row] === 0 ? { tone: 'quiet' } : {}),
      };
    },
  });

  const hasRelative = kept.includes('relative');
  const changeCell = (row: number): TableCell => {
    const largest = largestChange(left, right, isByValue);
    const [before, after] = [numberOf(left, row), numberOf(right, row)];
    const text = isByValue ? valueChange(before, after, format) : shareChange(before, after);
    // Where there is no column for them, the words that say more than the number take its place.
    const isWord = text.relative === 'new' || text.relative === 'gone';
    return {
      text: isWord && !hasRelative ? text.relative : text.difference,
      title: `${text.difference} (${text.relative})`,
      bar: largest === 0 ? 0 : Math.max(-1, Math.min(1, difference(row) / largest)),
      tone: text.difference === ALMOST_NOTHING ? 'quiet' : toneOf(difference(row)),
    };
  };
  const change = { sort: `${basis}Change`, keyOf: difference } as const;
  const spent = words.meaning.replace('Spent', 'spent');
  return [
    ...(kept.includes('baseline') ? [sideColumn(left, 'Baseline')] : []),
    sideColumn(right, 'Compared'),
    {
      ...change,
      id: `${basis}Change`,
      title: title('Change'),
      meaning: `How much more or less was ${spent}, in ${isByValue ? 'values' : 'percentage points of each side’s whole'}`,
      width: isAlone ? 92 : 122,
      isChange: true,
      cell: changeCell,
    },
    ...(hasRelative
      ? [
          {
            ...change,
            id: `${basis}Relative`,
            title: 'Change %',
            meaning: 'The change as a part of the baseline; new: not in the baseline, gone: only there',
            width: 84,
            isAside: true,
            cell: (row: number) => ({
              text: relativeChange(numberOf(left, row), numberOf(right, row)),
              tone: toneOf(difference(row)),
            }),
          },
        ]
      : []),
  ];
}

function toneOf(change: number): 'quiet' | 'more' | 'less' {
  return change > 0 ? 'more' : change < 0 ? 'less' : 'quiet';
}

interface LargestChange {
  readonly right: Float64Array;
  readonly isByValue: boolean;
  readonly largest: number;
}

/** By the left side's values: columns are made anew when a table's order, width or search changes. */
const known = new WeakMap<Float64Array, LargestChange>();

/** The root, row 0, is not looked at: what the whole changed by would make all else look small. */
function largestChange(left: Side, right: Side, isByValue: boolean): number {
  const last = known.get(left.values);
  if (last?.right === right.values && last.isByValue === isByValue) {
    return last.largest;
  }
  const [leftScale, rightScale] = [left, right].map(({ whole }) => (isByValue ? 1 : whole === 0 ? 0 : 1 / whole));
  let largest = 0;
  for (let row = 1; row < left.values.length; row++) {
    const [before, after] = [left.values[row], right.values[row]];
    const isNumber = (before === 0 || leftScale !== 0) && (after === 0 || rightScale !== 0);
    const change = isNumber ? Math.abs(after * rightScale - before * leftScale) : 0;
    largest = change > largest ? change : largest;
  }
  known.set(left.values, { right: right.values, isByValue, largest });
  return largest;
}
