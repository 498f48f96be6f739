import { useEffect, useMemo, useRef, useState } from 'react';
import { useTheme2 } from '@grafana/ui';
import type { CallTree, FunctionIndex } from '../../profile/callTree';
import { SMALLEST_JOB_NODES } from '../../worker/smallestJob';
import { oncePerTree } from '../layout/oncePerTree';
import type { FlameGraphState } from '../view/flameGraphState';
import { ELIDED, ELIDED_TO_OPEN } from './elided';
import { type FunctionRows, functionRows } from './functionRows';
import { matchDirection, type MatchSteps, useMatchSteps } from './matchSteps';
import type { MenuAt, OpenMenu } from './rowEvents';
import { RowGrid } from './RowGrid';
import { onlyMatches, stateOfSort, type TableSort, tableSortOf } from './sortRows';
import { withChange } from './stateChange';
import type { RowLook } from './TableRow';
import { functionScheme, useFunctionLook } from './useFunctionLook';
import { useFunctionMatches } from './useFunctionMatches';
import { useOwnTask } from './useOwnTask';
import { useRowGrid } from './useRowGrid';
import { useSortedFunctions } from './useSortedFunctions';
import { useTableColumns } from './useTableColumns';

export interface TopTableProps {
  readonly tree: CallTree;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  /** What the user has chosen in all views of the same tree: its search says which rows there are, in its order. */
  readonly state: FlameGraphState;
  readonly onStateChange: (state: FlameGraphState) => void;
  /** Asked for by a right click or the menu key. */
  readonly onMenu?: OpenMenu;
  /** Asks for what the backend cut; absent: nobody can be asked. */
  readonly onOpenTruncated?: () => void;
  /** Gets the way from match to match. */
  readonly matchSteps?: MatchSteps;
}

const rowsOf = oncePerTree(functionRows);

/** Every function of a profile, with what was spent in it and below it: to sort, to search, to choose from. */
export function TopTable(props: TopTableProps) {
  const { tree, width, height } = props;
  const work = useMemo(() => () => rowsOf(tree), [tree]);
  const { value: rows, isBusy } = useOwnTask(work, tree.length < SMALLEST_JOB_NODES);
  return rows === undefined ? (
    <div aria-busy style={{ width, height }} />
  ) : (
    <TableOfFunctions {...props} rows={rows} isBusy={isBusy} />
  );
}

interface TableOfFunctionsProps extends TopTableProps {
  readonly rows: FunctionRows;
  /** The rows are still those of another profile. */
  readonly isBusy: boolean;
}

function TableOfFunctions(props: TableOfFunctionsProps) {
  const { rows, width, height, format, state, onStateChange, onMenu } = props;
  const { fontSize } = useTheme2().typography;
  const { diffBy, chosen } = state;
  const { tree, elided, values, functions, flat } = rows;
  const { names } = tree.functions;
  const sort = useMemo(() => tableSortOf({ sort: state.sort }), [state.sort]);
  const firstBasis = sort.column.startsWith('total') ? 'total' : 'self';
  const onSort = (next: TableSort) => onStateChange(withChange(state, stateOfSort(next)));
  const options = { format, diffBy, firstBasis, width, sort, onSort } as const;
  const { heading, column } = useTableColumns(tree, values, options);
  const sorted = useSortedFunctions(names, functions, column, sort.descending);
  const matches = useFunctionMatches(tree.functions, state);
  const shown = useMemo(
    () => (matches === undefined ? sorted.order : onlyMatches(sorted.order, matches.flags)),
    [sorted.order, matches]
  );
  const places = useRowGrid(shown.length, height);

  /** The function that the keyboard is on. */
  const [current, setCurrent] = useState<{ readonly name: string; readonly func: FunctionIndex }>();
  const currentRow = useMemo(() => {
    const isSame = current !== undefined && names[current.func] === current.name;
    return Math.max(0, isSame ? shown.indexOf(current.func) : rowOfName(shown, names, current?.name));
  }, [shown, names, current]);
  const goTo = (row: number) => setCurrent({ name: names[shown[row]], func: shown[row] });

  // Another order or another search begins at its top, or where the chosen function is; a refresh moves nothing.
  const settle = useRef(() => {});
  settle.current = () => {
    const row = rowOfName(shown, names, chosen);
    if (row >= 0) {
      goTo(row);
      places.revealAmid(row);
    } else {
      setCurrent(undefined);
      places.toTop();
    }
  };
  const filter = `${state.searchIsRegex === true} ${state.searchIn ?? 'name'} ${state.search ?? ''}`;
  const settled = useRef(`${sorted.key} ${filter}`);
  useEffect(() => {
    const now = `${sorted.key} ${filter}`;
    if (settled.current !== now) {
      settled.current = now;
      settle.current();
    }
  }, [sorted.key, filter]);
  // A function that was chosen in another view is shown here.
  useEffect(() => {
    if (chosen !== undefined) {
      settle.current();
    }
  }, [chosen]);

  const look = useFunctionLook(flat, `${fontSize}px`, functionScheme(flat, state.colours), diffBy);
  const letGo = () => onStateChange(withChange(state, { chosen: undefined }));
  const choose = (row: number) => {
    const name = names[shown[row]];
    goTo(row);
    if (shown[row] === elided) {
      props.onOpenTruncated?.();
    } else {
      onStateChange(withChange(state, { chosen: name === chosen ? undefined : name }));
    }
  };
  /** All rows that a search leaves are matches. */
  const matchRow = (direction: 1 | -1 | undefined) =>
    direction === undefined || matches === undefined || shown.length === 0
      ? undefined
      : (currentRow + direction + shown.length) % shown.length;
  useMatchSteps(props.matchSteps, (direction) => {
    const next = matchRow(direction);
    if (next !== undefined) {
      goTo(next);
      places.reveal(next);
    }
  });
  const openMenu = (row: number, at: MenuAt) => {
    const func = shown[row];
    if (onMenu === undefined || func === undefined || func === elided) {
      return false;
    }
    goTo(row);
    onMenu(names[func], at);
    return true;
  };
  const lookOf = (row: number): RowLook => {
    const func = shown[row];
    return func === elided
      ? { index: func, ...(props.onOpenTruncated ? ELIDED_TO_OPEN : ELIDED), isChosen: false }
      : {
          index: func,
          ...look.nameOf(func, heading.fitted.nameWidth),
          colour: look.colourOf(func),
          isChosen: names[func] === chosen,
        };
  };

  const all = functions.length.toLocaleString();
  const nothing = matches === undefined ? 'This profile has no functions' : 'No function matches the search';
  return (
    <RowGrid
      role="grid"
      label="Functions"
      {...{ width, height, heading, places, currentRow, lookOf }}
      count={matches === undefined ? all : `${shown.length.toLocaleString()} of ${all}`}
      none={shown.length === 0 ? (matches?.problem ?? nothing) : undefined}
      isBusy={sorted.isBusy || props.isBusy}
      onGo={goTo}
      onChoose={choose}
      onLetGo={chosen === undefined ? undefined : letGo}
      onKey={(key) => matchRow(matchDirection(key))}
      onMenu={openMenu}
    />
  );
}

/** -1 where no row has the name. */
function rowOfName(shown: Uint32Array, names: readonly string[], name: string | undefined): number {
  return name === undefined ? -1 : shown.findIndex((func) => names[func] === name);
}
