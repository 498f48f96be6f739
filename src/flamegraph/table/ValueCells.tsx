import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { CHANGE_COLOURS } from './changeColours';
import { ROW_HEIGHT } from './rowWindow';
import type { TableColumn } from './tableColumn';

/** Shorter bars would be hair lines, all over the column. */
const LEAST_BAR = 0.01;
/** CSS pixels between a bar and its cell's edges. */
const BAR_EDGE = 3;

interface ValueCellsProps {
  readonly columns: readonly TableColumn[];
  /** FunctionIndex or NodeIndex, as the columns have it. */
  readonly index: number;
}

/** The numbers of a row. */
export function ValueCells({ columns, index }: ValueCellsProps) {
  const styles = useStyles2(getStyles);
  return columns.map((column) => {
    const { text, title, bar = 0, tone } = column.cell(index);
    return (
      <div
        key={column.id}
        role="gridcell"
        className={cx(styles.cell, column.startsGroup === true && styles.group)}
        title={title}
      >
        {column.isChange === true
          ? Math.abs(bar) >= LEAST_BAR && (
              <span
                className={cx(styles.bar, bar > 0 ? styles.moreBar : styles.lessBar)}
                style={{ left: bar > 0 ? '50%' : `${50 + 50 * bar}%`, width: `${50 * Math.abs(bar)}%` }}
              />
            )
          : bar >= LEAST_BAR && (
              <span
                className={cx(styles.bar, styles.valueBar)}
                style={{ width: `calc(${bar * 100}% - ${bar * 2 * BAR_EDGE}px)` }}
              />
            )}
        <span className={cx(styles.text, tone !== undefined && styles[tone])}>{text}</span>
      </div>
    );
  });
}

const getStyles = (theme: GrafanaTheme2) => {
  const change = theme.isDark ? CHANGE_COLOURS.dark : CHANGE_COLOURS.light;
  return {
    cell: css({
      position: 'relative',
      padding: theme.spacing(0, 1),
      overflow: 'hidden',
      whiteSpace: 'nowrap',
      lineHeight: `${ROW_HEIGHT - 1}px`,
      textAlign: 'right',
      fontVariantNumeric: 'tabular-nums',
    }),
    group: css({ boxShadow: `inset 1px 0 0 ${theme.colors.border.medium}` }),
    text: css({ position: 'relative' }),
    quiet: css({ color: theme.colors.text.secondary }),
    more: css({ color: change.moreText }),
    less: css({ color: change.lessText }),
    bar: css({ position: 'absolute', top: 4, bottom: 4, borderRadius: 2 }),
    valueBar: css({ left: BAR_EDGE, background: theme.colors.primary.main, opacity: theme.isDark ? 0.28 : 0.2 }),
    moreBar: css({ background: change.more }),
    lessBar: css({ background: change.less }),
  };
};
