import { formatShare } from '../view/formatShare';
import { columnWords } from './columnWords';
import type { Basis } from './sortRows';
import type { ColumnOptions, TableColumn } from './tableColumn';

const VALUE_WIDTH = 96;
const SHARE_WIDTH = 68;

/** A value, and its part of the whole in a bar and, with `hasShares`, in a column beside it. */
export function plainColumns(
  values: Float64Array,
  whole: number,
  basis: Basis,
  hasShares: boolean,
  { format, isBottomUp }: Pick<ColumnOptions, 'format' | 'isBottomUp'>
): readonly TableColumn[] {
  const { title, meaning } = columnWords(basis, isBottomUp);
  const share = (row: number) => formatShare(values[row], whole);
  const column = { sort: basis, keyOf: (row: number) => values[row] } as const;
  const valueColumn: TableColumn = {
    ...column,
    id: basis,
    title,
    meaning,
    width: VALUE_WIDTH,
    cell: (row) => ({
      text: format(values[row]),
      ...(hasShares ? {} : { title: `${share(row)} of the profile` }),
      bar: partOf(values[row], whole),
      ...(values[row] === 0 ? { tone: 'quiet' } : {}),
    }),
  };
  const shareColumn: TableColumn = {
    ...column,
    id: `${basis}Share`,
    title: `${title} %`,
    meaning: `${meaning}, as a part of the profile`,
    width: SHARE_WIDTH,
    isAside: true,
    cell: (row) => ({ text: share(row), tone: 'quiet' }),
  };
  return hasShares ? [valueColumn, shareColumn] : [valueColumn];
}

/** 0 to 1, also of values that no profile should have. */
export function partOf(value: number, whole: number): number {
  const part = value / whole;
  return part >= 0 ? Math.min(1, part) : 0;
}
