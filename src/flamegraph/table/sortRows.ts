import type { FlameGraphState } from '../view/flameGraphState';

/** What is said of a row: what was spent in it alone, or with all that it called. */
export type Basis = 'self' | 'total';

/** What a table may be sorted by; those of a side and of the change are a comparison's. */
export type SortKey = 'name' | Basis | `${Basis}Baseline` | `${Basis}Compared` | `${Basis}Change`;

/** What a user sorted a table by. Plain JSON. A key that a profile does not have stands for its main column. */
export interface TableSort {
  readonly column: SortKey;
  readonly descending: boolean;
}

export const DEFAULT_SORT: TableSort = { column: 'self', descending: true };

const SORT_KEYS: readonly string[] = [
  'name',
  ...['self', 'total'].flatMap((basis) => ['', 'Baseline', 'Compared', 'Change'].map((what) => `${basis}${what}`)),
];

/** The order that a state asks for; the usual one where it asks for none, or for one that there is not. */
export function tableSortOf({ sort }: Pick<FlameGraphState, 'sort'>): TableSort {
  return sort !== undefined && isSortKey(sort.column)
    ? { column: sort.column, descending: sort.descending }
    : DEFAULT_SORT;
}

/** A state's part for an order; the usual one is not said. */
export function stateOfSort(sort: TableSort): Pick<FlameGraphState, 'sort'> {
  const isUsual = sort.column === DEFAULT_SORT.column && sort.descending === DEFAULT_SORT.descending;
  return { sort: isUsual ? undefined : sort };
}

function isSortKey(column: string): column is SortKey {
  return SORT_KEYS.includes(column);
}

/** What a click on a column's header asks for: its better end first, then the other. */
export function nextSort(sort: TableSort, column: SortKey): TableSort {
  return { column, descending: sort.column === column ? !sort.descending : column !== 'name' };
}

/** The same order by the other of self and total, where it is by either. */
export function sortOnBasis(sort: TableSort, basis: Basis): TableSort {
  return { ...sort, column: sort.column.replace(/^(self|total)/, basis) as SortKey };
}

/**
 * Rows in the order of their keys; a new column. Of equal ones the earlier stays first, in both directions. Keys that
 * are no numbers count as 0.
 *
 * The keys alone are sorted, which engines do natively, and then each row is looked up: many times faster than calling a
 * comparison for every pair of rows, and stable.
 */
export function sortRows(rows: Uint32Array, keyOf: (row: number) => number, descending: boolean): Uint32Array {
  const sign = descending ? -1 : 1;
  const keys = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    // Also makes -0 a 0, which sorts apart from it.
    keys[at] = sign * keyOf(rows[at]) || 0;
  }
  const sorted = keys.slice().sort();
  const placed = new Uint32Array(rows.length);
  const order = new Uint32Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const start = firstAtLeast(sorted, keys[at]);
    order[start + placed[start]++] = rows[at];
  }
  return order;
}

function firstAtLeast(sorted: Float64Array, key: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Those of the rows whose flag is 1, in the same order. */
export function onlyMatches(rows: Uint32Array, flags: Uint8Array): Uint32Array {
  return rows.filter((row) => flags[row] === 1);
}
