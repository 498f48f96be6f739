import { ROOT, type CallTree } from '../../profile/callTree';
import { comparedColumns } from './comparedColumns';
import { plainColumns } from './plainColumns';
import type { Basis, SortKey } from './sortRows';
import type { ColumnOptions, RowValues, TableColumn } from './tableColumn';

export interface FittedColumns {
  readonly columns: readonly TableColumn[];
  /** CSS pixels that are left for the name's text. */
  readonly nameWidth: number;
  /** As CSS's grid-template-columns has it. */
  readonly template: string;
  /** Whether both self and total are there. */
  readonly hasBoth: boolean;
}

/** CSS pixels that a name should have before shares, a baseline, or a second value take room beside it. */
const ROOM_FOR_SHARES = 220;
const ROOM_FOR_SECOND = 110;
/** The same where names are indented. */
const ROOM_IN_TREE = 380;
/** A cell's padding on both sides, the swatch with its distance, and a scroll bar. CSS pixels. */
const AROUND_NAME = 16 + 18 + 14;

/** The columns that `width` CSS pixels have room for. `values`: those of the rows; the tree's root is the whole. */
export function tableColumns(tree: CallTree, values: RowValues, options: ColumnOptions, width: number): FittedColumns {
  const offers = tree.right === undefined ? plainOffers(tree, values, options) : comparedOffers(tree, values, options);
  let offer: readonly TableColumn[] = [];
  for (const { leastName, columns } of offers) {
    offer = columns();
    if (width - widthOf(offer) >= leastName) {
      break;
    }
  }
  return {
    columns: offer.map((column, at) => ({
      ...column,
      startsGroup: tree.right !== undefined && startsGroup(offer, at),
    })),
    nameWidth: Math.max(0, width - widthOf(offer) - AROUND_NAME),
    template: `minmax(0, 1fr) ${offer.map((column) => `${column.width}px`).join(' ')}`,
    hasBoth: ['self', 'total'].every((basis) => offer.some(({ sort }) => sort.startsWith(basis))),
  };
}

/** Columns that are taken if the name then has so many CSS pixels; of several the first, and the last in any case. */
interface Offer {
  readonly leastName: number;
  readonly columns: () => readonly TableColumn[];
}

function plainOffers(tree: CallTree, values: RowValues, options: ColumnOptions): readonly Offer[] {
  const { order, isTree, isBottomUp } = options;
  const offer = (leastName: number, bases: readonly Basis[], shares: readonly Basis[]): Offer => ({
    leastName,
    columns: () =>
      bases.flatMap((basis) => plainColumns(values[basis], tree.total[ROOT], basis, shares.includes(basis), options)),
  });
  const first = order.slice(0, 1);
  if (isBottomUp === true) {
    return [offer(ROOM_IN_TREE, ['total'], ['total']), offer(0, ['total'], [])];
  }
  return isTree === true
    ? [
        offer(ROOM_IN_TREE, order, order),
        offer(ROOM_IN_TREE, order, first),
        offer(ROOM_IN_TREE, order, []),
        offer(0, first, []),
      ]
    : [offer(ROOM_FOR_SHARES, order, order), offer(ROOM_FOR_SECOND, order, []), offer(0, first, [])];
}

function comparedOffers(tree: CallTree, values: RowValues, options: ColumnOptions): readonly Offer[] {
  const { isTree, isBottomUp } = options;
  const leastName = isTree === true ? ROOM_IN_TREE : ROOM_FOR_SHARES;
  const order: readonly Basis[] = isBottomUp === true ? ['total'] : options.order;
  const offer = (bases: number, kept: readonly ('baseline' | 'relative')[]): Offer => ({
    leastName,
    columns: () =>
      order
        .slice(0, bases)
        .flatMap((basis) =>
          comparedColumns(
            { values: values[basis], whole: tree.total[ROOT] },
            { values: values.right?.[basis] ?? values[basis], whole: tree.right?.total[ROOT] ?? 0 },
            { ...options, basis, isAlone: bases === 1, kept }
          )
        ),
  });
  const withBoth = order.length === 1 ? [] : [offer(2, ['baseline', 'relative'])];
  return [...withBoth, offer(1, ['baseline', 'relative']), offer(1, ['baseline']), offer(1, [])];
}

function startsGroup(columns: readonly TableColumn[], at: number): boolean {
  const isOfSelf = (column: TableColumn) => column.sort.startsWith('self');
  return at > 0 && isOfSelf(columns[at]) !== isOfSelf(columns[at - 1]);
}

function widthOf(columns: readonly TableColumn[]): number {
  return columns.reduce((sum, column) => sum + column.width, 0);
}

/** The column that a table is sorted by; where it has no such column, its first one of change, or its first. */
export function sortedColumn(columns: readonly TableColumn[], key: SortKey): TableColumn {
  return columns.find(({ sort }) => sort === key) ?? columns.find(({ isChange }) => isChange === true) ?? columns[0];
}
