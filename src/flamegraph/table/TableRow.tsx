import { css, cx } from '@emotion/css';
import { memo } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { ROW_HEIGHT } from './rowWindow';
import type { TableColumn } from './tableColumn';
import { ValueCells } from './ValueCells';

/** Where a row stands in a tree of rows. */
export interface TreePlace {
  /** From 1. */
  readonly level: number;
  readonly setSize: number;
  /** Among its siblings, from 1. */
  readonly position: number;
  /** Undefined where there is nothing to open. */
  readonly isOpen: boolean | undefined;
  /** CSS pixels before the name. */
  readonly indent: number;
  /** CSS pixels of a level. */
  readonly step: number;
}

/** What a row is of, and how that looks. */
export interface RowLook extends Partial<TreePlace> {
  /** FunctionIndex or NodeIndex, as the columns have it. */
  readonly index: number;
  /** As it fits into the cell, and in full. */
  readonly label: string;
  readonly title: string;
  /** CSS colour of the function's boxes; absent for what the backend cut. */
  readonly colour?: string;
  readonly isChosen: boolean;
  /** What a search found stands out; what it did not stands back. */
  readonly found?: 'hit' | 'miss';
}

interface TableRowProps extends RowLook {
  readonly id: string;
  /** Position among all rows, from 0. It is also the element's `data-row`, by which the table knows what was clicked. */
  readonly row: number;
  readonly columns: readonly TableColumn[];
  /** As CSS's grid-template-columns has it. */
  readonly template: string;
  readonly isCurrent: boolean;
}

/** One function, or one node of a tree. The keys and the pointer are the table's, for all of its rows. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { id, row, index, columns, template, label, title, colour, isCurrent, isChosen, found } = props;
  const { level, setSize, position, isOpen, indent = 0, step = 0 } = props;
  const styles = useStyles2(getStyles);
  return (
    <div
      id={id}
      role="row"
      data-row={row}
      aria-rowindex={row + 2}
      aria-selected={isChosen}
      aria-level={level}
      aria-setsize={setSize}
      aria-posinset={position}
      aria-expanded={isOpen}
      className={cx(styles.row, isCurrent && styles.current, isChosen && styles.chosen)}
      style={{ gridTemplateColumns: template }}
    >
      <div
        role="rowheader"
        // Not the name as it fits here, but all of it.
        aria-label={title}
        className={styles.name}
        title={title}
        style={level === undefined ? undefined : { paddingLeft: indent }}
      >
        {indent > 0 && step >= LEAST_STEP_OF_GUIDES && (
          <span className={styles.guides} style={{ width: indent, backgroundSize: `${step}px 100%` }} />
        )}
        {level !== undefined && (
          <span className={styles.toggle} data-toggle={isOpen === undefined ? undefined : ''}>
            {isOpen !== undefined && <Icon name={isOpen ? 'angle-down' : 'angle-right'} />}
          </span>
        )}
        <span
          className={cx(styles.swatch, colour === undefined && styles.elidedSwatch)}
          style={{ backgroundColor: colour }}
        />
        <bdi
          className={cx(
            styles.label,
            colour === undefined && styles.elidedLabel,
            found === 'hit' && styles.hit,
            found === 'miss' && styles.miss
          )}
        >
          {label}
        </bdi>
      </div>
      <ValueCells columns={columns} index={index} />
    </div>
  );
});

/** CSS pixels: closer lines would be a pattern. */
const LEAST_STEP_OF_GUIDES = 8;

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'grid',
    height: ROW_HEIGHT,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    cursor: 'pointer',
    '&:hover': { background: theme.colors.action.hover },
    '&:hover bdi': { textDecoration: 'underline' },
  }),
  // The row that the keyboard is on, while the keyboard is used.
  current: css({
    '[role="grid"]:focus-visible &, [role="treegrid"]:focus-visible &': {
      outline: `2px solid ${theme.colors.primary.border}`,
      outlineOffset: -2,
    },
  }),
  chosen: css({
    background: theme.colors.action.selected,
    boxShadow: `inset 2px 0 0 ${theme.colors.primary.main}`,
    '&:hover': { background: theme.colors.action.selected },
  }),
  name: css({
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    minWidth: 0,
    padding: theme.spacing(0, 1),
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    lineHeight: `${ROW_HEIGHT - 1}px`,
  }),
  // A line for each level, so that the eye finds a row's caller.
  guides: css({
    position: 'absolute',
    top: 0,
    bottom: -1,
    left: 8,
    backgroundImage: `linear-gradient(to right, ${theme.colors.border.weak} 1px, transparent 1px)`,
  }),
  toggle: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flexShrink: 0,
    width: 18,
    height: '100%',
    marginRight: theme.spacing(-0.75),
    color: theme.colors.text.secondary,
    '&:hover': { color: theme.colors.text.primary },
  }),
  swatch: css({ flexShrink: 0, width: 10, height: 10, borderRadius: 2 }),
  // Striped, as the boxes of what was cut.
  elidedSwatch: css({
    background: `repeating-linear-gradient(135deg, ${theme.colors.text.disabled} 0 2px, transparent 2px 4px)`,
  }),
  label: css({ overflow: 'hidden', textOverflow: 'ellipsis', color: theme.colors.text.link }),
  elidedLabel: css({ color: theme.colors.text.secondary, fontStyle: 'italic' }),
  hit: css({
    padding: theme.spacing(0, 0.25),
    borderRadius: 2,
    lineHeight: '20px',
    background: theme.colors.warning.transparent,
    boxShadow: `inset 0 -2px 0 ${theme.colors.warning.border}`,
  }),
  miss: css({ color: theme.colors.text.secondary }),
});
