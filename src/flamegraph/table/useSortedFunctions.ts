import { useEffect, useMemo, useRef } from 'react';
import type { FunctionIndex } from '../../profile/callTree';
import { sortRows } from './sortRows';
import type { TableColumn } from './tableColumn';
import { useNameRanks } from './useNameRanks';

interface SortedFunctions {
  readonly order: Uint32Array<ArrayBufferLike>;
  /** The same for the same order of other numbers. */
  readonly key: string;
  /** The order is still the one before: names are being sorted. */
  readonly isBusy: boolean;
}

/** Functions in the order of a column, or of their names where `column` is absent. */
export function useSortedFunctions(
  names: readonly string[],
  functions: Uint32Array,
  column: TableColumn | undefined,
  descending: boolean
): SortedFunctions {
  const ranks = useNameRanks(names, column === undefined);
  const sorted = useMemo(() => {
    const keyOf = column?.keyOf ?? (ranks === undefined ? undefined : (func: FunctionIndex) => ranks[func]);
    const key = `${column?.sort ?? 'name'} ${descending ? 'descending' : 'ascending'}`;
    return keyOf === undefined ? undefined : { functions, order: sortRows(functions, keyOf, descending), key };
  }, [functions, column, ranks, descending]);
  const last = useRef(sorted);
  useEffect(() => {
    last.current = sorted ?? last.current;
  }, [sorted]);
  const before = last.current?.functions === functions ? last.current : { order: functions, key: '' };
  return { ...(sorted ?? before), isBusy: sorted === undefined };
}
