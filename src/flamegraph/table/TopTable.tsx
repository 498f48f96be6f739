import { css } from '@emotion/css';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { CallTree } from '../../profile/callTree';
import { boxColours } from '../layout/boxColours';
import { displayName } from '../layout/displayName';
import { fitLabel } from '../layout/fitLabel';
import { labelFormsOf } from '../layout/labelForms';
import { DARK_PALETTE, LIGHT_PALETTE } from '../layout/palette';
import type { FlameGraphState } from '../view/flameGraphState';
import { formatShare } from '../view/formatShare';
import { HEADER_ROW_HEIGHT, ROW_HEIGHT } from './rowWindow';
import { onlyMatches, sortRows, type TableSort } from './sortRows';
import { TableHeader } from './TableHeader';
import { TableRow } from './TableRow';
import { tableRows } from './tableRows';
import { tableWidths } from './tableWidths';
import { useMeasureText } from './useMeasureText';
import { useRowScroll } from './useRowScroll';
import { useTableSearch } from './useTableSearch';

export interface TopTableProps {
  readonly tree: CallTree;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  /** What the user has chosen in the flame graph of the same tree: its search is the table's. */
  readonly state: FlameGraphState;
  readonly onStateChange: (state: FlameGraphState) => void;
  readonly sort: TableSort;
  readonly onSort: (sort: TableSort) => void;
  /** Asked for by a right click or the menu key. `at`: CSS pixels of the window. */
  readonly onMenu?: (functionName: string, at: { readonly x: number; readonly y: number }) => void;
}

/** Every function of a profile, with what was spent in it and below it: to sort, to search, to find in the graph. */
export function TopTable(props: TopTableProps) {
  const { tree, width, height, format, state, onStateChange, sort, onSort } = props;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const id = useId();
  const grid = useRef<HTMLDivElement>(null);
  /** Position of the row that the keyboard is on. */
  const [current, setCurrent] = useState(0);

  const rows = useMemo(() => tableRows(tree), [tree]);
  const sorted = useMemo(() => sortRows(rows, sort), [rows, sort]);
  const { matches, filter, chosen, choose, letGo } = useTableSearch(tree.functions, state, onStateChange);
  const shown = useMemo(() => (matches === undefined ? sorted : onlyMatches(sorted, matches.flags)), [sorted, matches]);

  const bodyHeight = Math.max(0, height - HEADER_ROW_HEIGHT);
  const { window, onScroll, reveal, toTop } = useRowScroll(grid, shown.length, bodyHeight);
  const currentRow = Math.max(0, Math.min(current, shown.length - 1));

  // Another order or another search begins at its top; new numbers of a refresh move nothing.
  const scrollToTop = useRef(toTop);
  scrollToTop.current = toTop;
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) {
      setCurrent(0);
      scrollToTop.current();
    }
    isFirst.current = false;
  }, [sort, filter]);

  const colourOf = useMemo(() => boxColours(tree, 'package'), [tree]);
  const formsOf = useMemo(() => labelFormsOf(tree), [tree]);
  const measure = useMeasureText(`${theme.typography.fontSize}px ${theme.typography.fontFamily}`);
  const { fills } = theme.isDark ? DARK_PALETTE : LIGHT_PALETTE;
  const widths = tableWidths(width, rows.columns.length);
  const hasShares = widths.share > 0;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) {
      return;
    }
    const page = Math.max(1, Math.floor(bodyHeight / ROW_HEIGHT) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowUp: currentRow - 1,
      ArrowDown: currentRow + 1,
      PageUp: currentRow - page,
      PageDown: currentRow + page,
      Home: 0,
      End: shown.length - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) {
      const row = Math.max(0, Math.min(next, shown.length - 1));
      setCurrent(row);
      reveal(row);
    } else if ((event.key === 'Enter' || event.key === ' ') && shown.length > 0) {
      choose(shown[currentRow]);
    } else if (event.key === 'Escape' && chosen !== undefined) {
      letGo();
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  };

  const rowId = (row: number) => `${id}-${row}`;
  const isCurrentDrawn = currentRow >= window.first && currentRow < window.end;
  const all = rows.functions.length.toLocaleString();
  return (
    <div
      ref={grid}
      role="grid"
      aria-label="Functions"
      aria-rowcount={shown.length + 1}
      aria-activedescendant={isCurrentDrawn ? rowId(currentRow) : undefined}
      tabIndex={0}
      className={styles.table}
      style={{ width, height }}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
    >
      <TableHeader
        columns={rows.columns}
        hasShares={hasShares}
        template={widths.template}
        count={matches === undefined ? all : `${shown.length.toLocaleString()} of ${all}`}
        sort={sort}
        onSort={onSort}
      />
      {shown.length === 0 && (
        <div className={styles.none} role="status">
          {matches?.problem ?? 'No function matches the search'}
        </div>
      )}
      <div role="rowgroup" className={styles.body} style={{ height: shown.length * ROW_HEIGHT }}>
        <div role="presentation" className={styles.rows} style={{ top: window.first * ROW_HEIGHT }}>
          {Array.from(shown.subarray(window.first, window.end), (func, at) => {
            const row = window.first + at;
            const name = tree.functions.names[func];
            return (
              <TableRow
                key={func}
                id={rowId(row)}
                row={row}
                label={fitLabel(formsOf(func), widths.nameText, measure) || displayName(name)}
                title={displayName(name)}
                colour={fills[colourOf(rows.firstNode[func])]}
                cells={rows.columns.map(({ key, values, whole }) => ({
                  key,
                  value: format(values[func]),
                  share: formatShare(values[func], whole),
                  bar: whole === 0 ? 0 : Math.max(0, Math.min(1, values[func] / whole)),
                }))}
                hasShares={hasShares}
                template={widths.template}
                isCurrent={row === currentRow}
                isChosen={name === chosen}
                onClick={() => {
                  setCurrent(row);
                  choose(func);
                }}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
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
