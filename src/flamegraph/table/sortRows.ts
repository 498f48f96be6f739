import type { FunctionIndex } from '../../profile/callTree';
import type { TableRows, ValueColumnKey } from './tableRows';

/** What a user sorted the table by. Plain JSON. A column that a profile does not have stands for its first. */
export interface TableSort {
  readonly column: 'name' | ValueColumnKey;
  readonly descending: boolean;
}

export const DEFAULT_SORT: TableSort = { column: 'self', descending: true };

/** The rows' functions in order; a new column. Of equal ones the lower FunctionIndex is first, in both directions. */
export function sortRows({ tree, functions, columns }: TableRows, { column, descending }: TableSort): Uint32Array {
  if (column === 'name') {
    const names = Array.from(functions, (func) => tree.functions.names[func]);
    return placeByName(functions, names, descending);
  }
  const { values } = columns.find(({ key }) => key === column) ?? columns[0];
  const sign = descending ? -1 : 1;
  return placeByKey(
    functions,
    Float64Array.from(functions, (func) => sign * values[func])
  );
}

/**
 * Sorts the keys alone, which engines do natively, and then looks up where each row belongs: many times faster than
 * calling a comparison for every pair of rows, and stable.
 */
function placeByKey(functions: Uint32Array, keys: Float64Array): Uint32Array {
  const sorted = keys.slice().sort();
  const placed = new Uint32Array(functions.length);
  const order = new Uint32Array(functions.length);
  for (let row = 0; row < functions.length; row++) {
    const start = firstAtLeast(sorted, keys[row]);
    order[start + placed[start]++] = functions[row];
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

/** The same for names, in the order of their UTF-16 units: the locale's order takes seconds for a large profile. */
function placeByName(functions: Uint32Array, names: readonly string[], descending: boolean): Uint32Array {
  const sorted = names.slice().sort();
  if (descending) {
    sorted.reverse();
  }
  /** Name -> where the next row of that name belongs. */
  const next = new Map<string, number>();
  for (let at = sorted.length - 1; at >= 0; at--) {
    next.set(sorted[at], at);
  }
  const order = new Uint32Array(functions.length);
  names.forEach((name, row) => {
    const at = next.get(name) ?? row;
    order[at] = functions[row];
    next.set(name, at + 1);
  });
  return order;
}

/** Those of the functions whose flag is 1, in the same order. */
export function onlyMatches(functions: Uint32Array, flags: Uint8Array): Uint32Array {
  return functions.filter((func: FunctionIndex) => flags[func] === 1);
}

/** What a click on a column's header asks for: its better end first, then the other. */
export function nextSort(sort: TableSort, column: TableSort['column']): TableSort {
  return { column, descending: sort.column === column ? !sort.descending : column !== 'name' };
}
