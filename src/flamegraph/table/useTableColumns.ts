import { useMemo, useState } from 'react';
import type { CallTree } from '../../profile/callTree';
import { sortOnBasis, type Basis, type TableSort } from './sortRows';
import type { RowValues, TableColumn } from './tableColumn';
import { type FittedColumns, sortedColumn, tableColumns } from './tableColumns';

interface TableColumnsOptions {
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  readonly diffBy?: 'value';
  /** What comes first, until another is chosen. */
  readonly firstBasis: Basis;
  /** Names are indented. */
  readonly isTree?: boolean;
  /** The tree is inverted. */
  readonly isBottomUp?: boolean;
  /** CSS pixels. */
  readonly width: number;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
}

/** What stands above a table's rows. */
export interface TableHeading {
  readonly fitted: FittedColumns;
  /** What the table is really sorted by. */
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  /** A comparison without room for self and total: which of them is shown. */
  readonly basis?: { readonly basis: Basis; readonly onChange: (basis: Basis) => void };
}

/** The columns of a table that it has room for, and the one that it is sorted by: absent where that is the name. */
export function useTableColumns(
  tree: CallTree,
  values: RowValues,
  { format, diffBy, firstBasis, isTree, isBottomUp, width, sort, onSort }: TableColumnsOptions
): { readonly heading: TableHeading; readonly column: TableColumn | undefined } {
  const [basis, setBasis] = useState(firstBasis);
  const fitted = useMemo(() => {
    const order = basis === 'self' ? (['self', 'total'] as const) : (['total', 'self'] as const);
    return tableColumns(tree, values, { format, diffBy, order, isTree, isBottomUp }, width);
  }, [tree, values, format, diffBy, basis, isTree, isBottomUp, width]);
  const column = sort.column === 'name' ? undefined : sortedColumn(fitted.columns, sort.column);
  const shownSort = { ...sort, column: column?.sort ?? 'name' };
  const onChange = (next: Basis) => {
    setBasis(next);
    onSort(sortOnBasis(shownSort, next));
  };
  const hasChoice = tree.right !== undefined && !fitted.hasBoth && isBottomUp !== true;
  return { heading: { fitted, sort: shownSort, onSort, ...(hasChoice ? { basis: { basis, onChange } } : {}) }, column };
}
