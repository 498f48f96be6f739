import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { ROW_HEIGHT } from './rowWindow';

/** A number of a row, ready to be read. */
export interface ValueCell {
  readonly key: string;
  readonly value: string;
  readonly share: string;
  /** The share as a part of the cell's width, 0 to 1. */
  readonly bar: number;
}

interface TableRowProps {
  readonly id: string;
  /** Position among all rows, from 0. */
  readonly row: number;
  /** As it fits into the cell, and in full. */
  readonly label: string;
  readonly title: string;
  /** CSS colour of the function's boxes. */
  readonly colour: string;
  readonly cells: readonly ValueCell[];
  readonly hasShares: boolean;
  /** As CSS's grid-template-columns has it. */
  readonly template: string;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly onClick: () => void;
}

/** One function. */
export function TableRow(props: TableRowProps) {
  const { id, row, label, title, colour, cells, hasShares, template, isCurrent, isChosen, onClick } = props;
  const styles = useStyles2(getStyles);
  return (
    // The keys are the grid's, which has the keyboard for all of its rows.
    <div
      id={id}
      role="row"
      aria-rowindex={row + 2}
      aria-selected={isChosen}
      className={cx(styles.row, isCurrent && styles.current, isChosen && styles.chosen)}
      style={{ gridTemplateColumns: template }}
      onClick={onClick}
    >
      <div role="rowheader" className={styles.name} title={title}>
        <span className={styles.swatch} style={{ backgroundColor: colour }} />
        <bdi className={styles.label}>{label}</bdi>
      </div>
      {cells.map(({ key, value, share, bar }) => (
        <Values key={key} {...{ value, share, bar, hasShares }} />
      ))}
    </div>
  );
}

function Values({ value, share, bar, hasShares }: Omit<ValueCell, 'key'> & { readonly hasShares: boolean }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <div role="gridcell" className={styles.value} title={hasShares ? undefined : `${share} of the profile`}>
        <span className={styles.bar} style={{ width: `${bar * 100}%` }} />
        <span className={cx(styles.number, bar === 0 && styles.nothing)}>{value}</span>
      </div>
      {hasShares && (
        <div role="gridcell" className={styles.share}>
          {share}
        </div>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const cell = {
    position: 'relative',
    padding: theme.spacing(0, 1),
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    lineHeight: `${ROW_HEIGHT - 1}px`,
  } as const;
  const number = { ...cell, textAlign: 'right', fontVariantNumeric: 'tabular-nums' } as const;
  return {
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
      '[role="grid"]:focus-visible &': {
        outline: `2px solid ${theme.colors.primary.border}`,
        outlineOffset: -2,
      },
    }),
    chosen: css({
      background: theme.colors.action.selected,
      boxShadow: `inset 2px 0 0 ${theme.colors.primary.main}`,
      '&:hover': { background: theme.colors.action.selected },
    }),
    name: css({ ...cell, display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
    swatch: css({ flexShrink: 0, width: 10, height: 10, borderRadius: 2 }),
    label: css({ overflow: 'hidden', textOverflow: 'ellipsis', color: theme.colors.text.link }),
    value: css(number),
    number: css({ position: 'relative' }),
    nothing: css({ color: theme.colors.text.secondary }),
    bar: css({
      position: 'absolute',
      top: 4,
      bottom: 4,
      left: 0,
      borderRadius: 2,
      background: theme.colors.primary.transparent,
    }),
    share: css({ ...number, color: theme.colors.text.secondary }),
  };
};
