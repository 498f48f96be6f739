import { css } from '@emotion/css';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { CallTree, FunctionIndex } from '../../profile/callTree';
import { displayName } from '../layout/displayName';
import { fitLabel } from '../layout/fitLabel';
import { oncePerTree } from '../layout/oncePerTree';
import type { FlameGraphState } from '../view/flameGraphState';
import { BasisChoice } from './BasisChoice';
import { ELIDED } from './elided';
import { functionRows } from './functionRows';
import { menuRow, rowOfEvent, type OpenMenu } from './rowEvents';
import { rowMove } from './rowMove';
import { HEADER_ROW_HEIGHT, ROW_HEIGHT } from './rowWindow';
import { onlyMatches, sortOnBasis, type Basis, type TableSort } from './sortRows';
import { withChange } from './stateChange';
import { sortedColumn, tableColumns } from './tableColumns';
import { TableHeader } from './TableHeader';
import { TableRow } from './TableRow';
import { functionScheme, useFunctionLook } from './useFunctionLook';
import { useFunctionMatches } from './useFunctionMatches';
import { useRowScroll } from './useRowScroll';
import { useSortedFunctions } from './useSortedFunctions';

export interface TopTableProps {
  readonly tree: CallTree;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  /** What the user has chosen in all views of the same tree: its search says which rows there are. */
  readonly state: FlameGraphState;
  readonly onStateChange: (state: FlameGraphState) => void;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  /** Asked for by a right click or the menu key. */
  readonly onMenu?: OpenMenu;
}

const rowsOf = oncePerTree(functionRows);

/** Every function of a profile, with what was spent in it and below it: to sort, to search, to choose from. */
export function TopTable(props: TopTableProps) {
  const { width, height, format, state, onStateChange, sort, onSort, onMenu } = props;
  const styles = useStyles2(getStyles);
  const { fontSize } = useTheme2().typography;
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  const [basis, setBasis] = useState<Basis>('self');

  const rows = useMemo(() => rowsOf(props.tree), [props.tree]);
  const { tree, elided, values, functions, firstNode } = rows;
  const { diffBy, chosen } = state;
  const fitted = useMemo(
    () =>
      tableColumns(
        tree,
        values,
        { format, diffBy, order: basis === 'self' ? ['self', 'total'] : ['total', 'self'] },
        width
      ),
    [tree, values, format, diffBy, basis, width]
  );
  const sortColumn = sort.column === 'name' ? undefined : sortedColumn(fitted.columns, sort.column);
  const sorted = useSortedFunctions(tree.functions.names, functions, sortColumn, sort.descending);
  const matches = useFunctionMatches(tree.functions, state);
  const shown = useMemo(
    () => (matches === undefined ? sorted.order : onlyMatches(sorted.order, matches.flags)),
    [sorted.order, matches]
  );

  const bodyHeight = Math.max(0, height - HEADER_ROW_HEIGHT);
  const { window, onScroll, reveal, revealAmid, toTop } = useRowScroll(grid, shown.length, bodyHeight);
  /** The function that the keyboard is on. */
  const [current, setCurrent] = useState<string>();
  const [currentFunc, setCurrentFunc] = useState<FunctionIndex>(-1);
  const { names } = tree.functions;
  const currentRow = useMemo(
    () => Math.max(0, names[currentFunc] === current ? shown.indexOf(currentFunc) : rowOfName(shown, names, current)),
    [shown, names, current, currentFunc]
  );
  const goTo = (func: FunctionIndex) => {
    setCurrent(names[func]);
    setCurrentFunc(func);
  };

  // Another order or another search begins at its top, or where the chosen function is; a refresh moves nothing.
  const settle = useRef(() => {});
  settle.current = () => {
    const row = rowOfName(shown, names, chosen);
    if (row >= 0) {
      goTo(shown[row]);
      revealAmid(row);
    } else {
      setCurrent(undefined);
      toTop();
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

  const look = useFunctionLook(tree, `${fontSize}px`, functionScheme(state.colours));
  const choose = (func: FunctionIndex) => {
    goTo(func);
    if (func !== elided) {
      onStateChange(withChange(state, { chosen: names[func] === chosen ? undefined : names[func] }));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) {
      return;
    }
    const next = rowMove(event.key, currentRow, shown.length, Math.floor(bodyHeight / ROW_HEIGHT));
    if (next !== undefined && next >= 0) {
      goTo(shown[next]);
      reveal(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && shown.length > 0) {
      choose(shown[currentRow]);
    } else if (event.key === 'Escape' && chosen !== undefined) {
      onStateChange(withChange(state, { chosen: undefined }));
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const row = rowOfEvent(event);
    if (row !== undefined) {
      choose(shown[row]);
    }
  };
  const onContextMenu = (event: MouseEvent) => {
    const at = menuRow(event, rowId(currentRow));
    const func = at === undefined ? undefined : shown[at.row ?? currentRow];
    if (onMenu !== undefined && at !== undefined && func !== undefined && func !== elided) {
      event.preventDefault();
      goTo(func);
      onMenu(names[func], at);
    }
  };

  const rowId = (row: number) => `${id}-${row}`;
  const isCurrentDrawn = currentRow >= window.first && currentRow < window.end;
  const all = functions.length.toLocaleString();
  return (
    <div
      ref={grid}
      role="grid"
      aria-label="Functions"
      aria-rowcount={shown.length + 1}
      aria-busy={sorted.isBusy}
      aria-activedescendant={isCurrentDrawn ? rowId(currentRow) : undefined}
      tabIndex={0}
      className={styles.table}
      style={{ width, height }}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onContextMenu={onContextMenu}
    >
      <TableHeader
        fitted={fitted}
        count={matches === undefined ? all : `${shown.length.toLocaleString()} of ${all}`}
        sort={{ ...sort, column: sortColumn?.sort ?? 'name' }}
        onSort={onSort}
      >
        {tree.right !== undefined && !fitted.hasBoth && (
          <BasisChoice
            basis={basis}
            onChange={(next) => {
              setBasis(next);
              onSort(sortOnBasis({ ...sort, column: sortColumn?.sort ?? 'name' }, next));
            }}
          />
        )}
      </TableHeader>
      {shown.length === 0 && (
        <div className={styles.none} role="status">
          {matches?.problem ??
            (matches === undefined ? 'This profile has no functions' : 'No function matches the search')}
        </div>
      )}
      <div role="rowgroup" className={styles.body} style={{ height: shown.length * ROW_HEIGHT }}>
        <div role="presentation" className={styles.rows} style={{ top: window.first * ROW_HEIGHT }}>
          {Array.from(shown.subarray(window.first, window.end), (func, at) => {
            const row = window.first + at;
            const isElided = func === elided;
            return (
              <TableRow
                key={func}
                id={rowId(row)}
                row={row}
                index={func}
                columns={fitted.columns}
                template={fitted.template}
                label={
                  isElided
                    ? ELIDED.label
                    : fitLabel(look.formsOf(func), fitted.nameWidth, look.measure) || displayName(names[func])
                }
                title={isElided ? ELIDED.title : displayName(names[func])}
                colour={isElided ? undefined : look.colourOf(firstNode[func])}
                isCurrent={row === currentRow}
                isChosen={names[func] === chosen && !isElided}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

/** -1 where no row has the name. */
function rowOfName(shown: Uint32Array, names: readonly string[], name: string | undefined): number {
  return name === undefined ? -1 : shown.findIndex((func) => names[func] === name);
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    position: 'relative',
    overflowX: 'hidden',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    fontSize: theme.typography.fontSize,
    outline: 'none',
  }),
  body: css({ position: 'relative' }),
  rows: css({ position: 'absolute', left: 0, right: 0 }),
  none: css({ padding: theme.spacing(3, 1), color: theme.colors.text.secondary, textAlign: 'center' }),
});
