import { css } from '@emotion/css';
import type { KeyboardEvent, MouseEvent } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { isToggle, menuRow, type MenuAt, rowOfEvent } from './rowEvents';
import { rowMove } from './rowMove';
import { ROW_HEIGHT } from './rowWindow';
import { TableHeader } from './TableHeader';
import { type RowLook, TableRow } from './TableRow';
import type { RowGridPlaces } from './useRowGrid';
import type { TableHeading } from './useTableColumns';

interface RowGridProps {
  readonly role: 'grid' | 'treegrid';
  readonly label: string;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly heading: TableHeading;
  /** How many rows there are: "12 of 3,456". */
  readonly count: string;
  readonly places: RowGridPlaces;
  /** Said in place of rows. */
  readonly none?: string;
  /** The order is still the one before. */
  readonly isBusy?: boolean;
  /** The row that the keyboard is on. */
  readonly currentRow: number;
  readonly lookOf: (row: number) => RowLook;
  readonly onGo: (row: number) => void;
  readonly onChoose: (row: number) => void;
  /** Lets go of what is chosen; absent: nothing is. */
  readonly onLetGo?: () => void;
  /** Opens or closes a row; absent: rows have nothing below them. */
  readonly onToggle?: (row: number) => void;
  /** What keys besides the steps lead to; undefined for those that mean nothing here. */
  readonly onKey?: (key: string) => number | undefined;
  /** Opens the menu of a row; false: it has none. */
  readonly onMenu: (row: number, at: MenuAt) => boolean;
}

/**
 * The rows of a table of a profile: only those in sight are drawn; walked and chosen by keyboard as the WAI-ARIA
 * authoring practices have it for a grid, whose rows are what is walked.
 */
export function RowGrid(props: RowGridProps) {
  const { role, label, width, height, heading, count, places, none, isBusy, currentRow } = props;
  const { onGo, onChoose, onLetGo, onToggle, onKey, onMenu } = props;
  const { window } = places;
  const styles = useStyles2(getStyles);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) {
      return;
    }
    const next = rowMove(event.key, currentRow, places.count, places.page) ?? onKey?.(event.key);
    if (next !== undefined) {
      onGo(next);
      places.reveal(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && places.count > 0) {
      onChoose(currentRow);
    } else if (event.key === 'Escape' && onLetGo !== undefined) {
      onLetGo();
      event.stopPropagation();
    } else {
      return;
    }
    event.preventDefault();
  };
  const onClick = (event: MouseEvent) => {
    const row = rowOfEvent(event);
    if (row === undefined) {
      return;
    }
    if (onToggle !== undefined && isToggle(event)) {
      onGo(row);
      onToggle(row);
    } else if (event.detail <= 1) {
      // The second click of a double one would let go of what the first has chosen.
      onChoose(row);
    }
  };
  const onDoubleClick = (event: MouseEvent) => {
    const row = rowOfEvent(event);
    if (row !== undefined && !isToggle(event)) {
      onToggle?.(row);
    }
  };
  const onContextMenu = (event: MouseEvent) => {
    const at = menuRow(event, places.idOf(currentRow));
    if (at !== undefined && onMenu(at.row ?? currentRow, at)) {
      event.preventDefault();
    }
  };
  const isCurrentDrawn = currentRow >= window.first && currentRow < window.end;
  const drawn = Array.from({ length: Math.max(0, window.end - window.first) }, (_, at) => window.first + at);
  return (
    <div
      ref={places.element}
      role={role}
      aria-label={label}
      aria-rowcount={places.count + 1}
      aria-colcount={heading.fitted.columns.length + 1}
      aria-busy={isBusy}
      aria-activedescendant={isCurrentDrawn ? places.idOf(currentRow) : undefined}
      tabIndex={0}
      className={styles.grid}
      style={{ width, height }}
      onScroll={places.onScroll}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
      onContextMenu={onContextMenu}
    >
      <TableHeader heading={heading} count={count} />
      {none !== undefined ? (
        <div role="row">
          <div role="gridcell" className={styles.none}>
            <span role="status">{none}</span>
          </div>
        </div>
      ) : (
        <div role="rowgroup" className={styles.body} style={{ height: places.count * ROW_HEIGHT }}>
          <div role="presentation" className={styles.rows} style={{ top: window.first * ROW_HEIGHT }}>
            {drawn.map((row) => {
              const look = props.lookOf(row);
              return (
                <TableRow
                  key={look.index}
                  id={places.idOf(row)}
                  row={row}
                  columns={heading.fitted.columns}
                  template={heading.fitted.template}
                  isCurrent={row === currentRow}
                  {...look}
                />
              );
            })}
          </div>
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({
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
