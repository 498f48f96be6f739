import type { CallTree } from '../../profile/callTree';
import type { Basis, SortKey } from './sortRows';

/** Values by row: by FunctionIndex, or by NodeIndex. */
export type RowValues = Pick<CallTree, 'self' | 'total' | 'right'>;

/** A number of a row, ready to be read. */
export interface TableCell {
  readonly text: string;
  /** What else there is to say, for whoever points at it. */
  readonly title?: string;
  /** Part of the cell's width, 0 to 1; in a column of changes of its half, -1 to 1. */
  readonly bar?: number;
  readonly tone?: 'quiet' | 'more' | 'less';
}

/** A column of numbers. */
export interface TableColumn {
  /** Unique in a table. */
  readonly id: string;
  /** What a click on its header sorts by. */
  readonly sort: SortKey;
  readonly title: string;
  /** What the numbers say, in a sentence. */
  readonly meaning: string;
  /** CSS pixels. */
  readonly width: number;
  /** Says the same as the column to its left, in other words: that one shows how both are sorted. */
  readonly isAside?: boolean;
  /** The bar grows from the middle, to the right for more. */
  readonly isChange?: boolean;
  /** The first of the columns of the second basis. */
  readonly startsGroup?: boolean;
  readonly keyOf: (row: number) => number;
  readonly cell: (row: number) => TableCell;
}

export interface ColumnOptions {
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  /** For comparisons: by values as they are. Absent: by each side's share of its total. */
  readonly diffBy?: 'value';
  /** The more important comes first, and alone where there is no room for both. */
  readonly order: readonly [Basis, Basis];
  /** Names are indented: they take more room, and the second of the order gives way to them. */
  readonly isTree?: boolean;
  /**
   * Rows are functions and, below them, their callers: `total` is all that there is to say, as what an inverted tree has
   * as `self` is not what the row's function spent itself.
   */
  readonly isBottomUp?: boolean;
}
