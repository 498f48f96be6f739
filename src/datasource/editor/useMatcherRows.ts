import { useEffect, useRef, useState } from 'react';
import { formatLabelSelector, parseLabelSelector } from '../../pyroscope/labelSelector';
import { SERVICE_LABEL } from '../answers/uploadIntervals';
import { matcherOfRow, rowOf, type MatcherRow } from './matcherRows';

/** A row with what tells it from others while it changes. */
export interface KeyedRow {
  readonly key: number;
  readonly row: MatcherRow;
}

export interface MatcherRows {
  /** All but the one that names the service. */
  readonly rows: readonly KeyedRow[];
  /** '' where none is named with `=`. */
  readonly service: string;
  /** Whether some row says something about the service in another way. */
  readonly hasServiceRow: boolean;
  readonly setService: (service: string) => void;
  readonly change: (key: number, row: MatcherRow) => void;
  readonly remove: (key: number) => void;
  /** Adds a row that says nothing yet, and gives its key. */
  readonly add: () => number;
  /** What all rows but this one say, so that its values can be looked for among what goes with them. */
  readonly othersOf: (key: number | undefined) => string;
}

/**
 * The matchers of a selector as rows, among them unfinished ones, which the selector does not have. `onChange` is
 * called with the new selector when the rows say something else than before.
 */
export function useMatcherRows(labelSelector: string, onChange: (labelSelector: string) => void): MatcherRows {
  const nextKey = useRef(0);
  const keyed = (row: MatcherRow): KeyedRow => ({ key: nextKey.current++, row });
  const told = useRef(labelSelector);
  const [all, setAll] = useState(() => rowsIn(labelSelector, nextKey));
  useEffect(() => {
    // What comes back from the owner says less than the rows here: the unfinished ones are missing.
    if (labelSelector !== told.current) {
      told.current = labelSelector;
      setAll(rowsIn(labelSelector, nextKey));
    }
  }, [labelSelector]);

  const update = (next: readonly KeyedRow[]) => {
    setAll([...next]);
    const before = selectorOf(all);
    const after = selectorOf(next);
    if (after !== before) {
      told.current = after;
      onChange(after);
    }
  };
  const named = all.find(({ row }) => row.label === SERVICE_LABEL && row.operator === '=' && row.values.length > 0);
  const rows = all.filter((each) => each !== named);
  return {
    rows,
    service: named?.row.values[0] ?? '',
    hasServiceRow: rows.some(({ row }) => row.label === SERVICE_LABEL),
    setService: (service) => {
      const row: MatcherRow = { label: SERVICE_LABEL, operator: '=', values: [service] };
      if (service === '') {
        update(rows);
      } else if (named === undefined) {
        update([keyed(row), ...all]);
      } else {
        update(all.map((each) => (each === named ? { key: each.key, row } : each)));
      }
    },
    change: (key, row) => update(all.map((each) => (each.key === key ? { key, row } : each))),
    remove: (key) => update(all.filter((each) => each.key !== key)),
    add: () => {
      const added = keyed({ label: '', operator: '=', values: [] });
      update([...all, added]);
      return added.key;
    },
    othersOf: (key) => selectorOf(all.filter((each) => each.key !== key)),
  };
}

function rowsIn(selector: string, nextKey: { current: number }): KeyedRow[] {
  const parsed = parseLabelSelector(selector.trim() === '' ? '{}' : selector);
  return parsed.ok ? parsed.matchers.map((matcher) => ({ key: nextKey.current++, row: rowOf(matcher) })) : [];
}

function selectorOf(rows: readonly KeyedRow[]): string {
  return formatLabelSelector(rows.map(({ row }) => matcherOfRow(row)).filter((matcher) => matcher !== undefined));
}
