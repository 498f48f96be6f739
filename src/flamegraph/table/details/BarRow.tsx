import { css, cx } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { CHANGE_COLOURS } from '../changeColours';

interface BarTableProps {
  readonly label: string;
  /** Of the first column and of those of numbers. */
  readonly titles: readonly string[];
  readonly children: ReactNode;
}

/** A small table of names and numbers. */
export function BarTable({ label, titles, children }: BarTableProps) {
  const styles = useStyles2(getStyles);
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {titles.map((title, at) => (
            <th
              key={title}
              scope="col"
              title={title}
              className={cx(styles.title, at > 0 ? styles.number : styles.first)}
            >
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

export interface BarCell {
  readonly text: string;
  readonly title?: string;
  readonly tone?: 'quiet' | 'more' | 'less';
}

interface BarRowProps {
  readonly name: ReactNode;
  /** Part of the row's width that is filled, 0 to 1. */
  readonly bar: number;
  readonly cells: readonly BarCell[];
}

/** A row with a bar behind it. */
export function BarRow({ name, bar, cells }: BarRowProps) {
  const styles = useStyles2(getStyles);
  const part = `${Math.max(0, Math.min(1, bar)) * 100}%`;
  return (
    <tr className={styles.row} style={{ backgroundSize: `${part} 100%` }}>
      <th scope="row" className={styles.name}>
        {name}
      </th>
      {cells.map(({ text, title, tone }, at) => (
        <td key={at} title={title} className={cx(styles.value, tone !== undefined && styles[tone])}>
          {text}
        </td>
      ))}
    </tr>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  more: css({ color: CHANGE_COLOURS[theme.isDark ? 'dark' : 'light'].moreText }),
  less: css({ color: CHANGE_COLOURS[theme.isDark ? 'dark' : 'light'].lessText }),
  table: css({ width: '100%', tableLayout: 'auto', borderCollapse: 'separate', borderSpacing: '0 1px' }),
  title: css({
    padding: theme.spacing(0, 0.75, 0.25),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
    whiteSpace: 'nowrap',
  }),
  first: css({ maxWidth: 0, width: '99%', overflow: 'hidden', textOverflow: 'ellipsis' }),
  number: css({ textAlign: 'right' }),
  row: css({
    backgroundImage: `linear-gradient(${theme.colors.primary.transparent}, ${theme.colors.primary.transparent})`,
    backgroundRepeat: 'no-repeat',
  }),
  name: css({
    maxWidth: 0,
    width: '99%',
    padding: theme.spacing(0.25, 0.75),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: theme.typography.fontWeightRegular,
  }),
  value: css({
    padding: theme.spacing(0.25, 0.75),
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  }),
  quiet: css({ color: theme.colors.text.secondary }),
});
