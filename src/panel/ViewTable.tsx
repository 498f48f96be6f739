import { css } from '@emotion/css';
import { useMemo } from 'react';
import {
  FieldType,
  formattedValueToString,
  getDisplayProcessor,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
  type TimeZone,
} from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';

/** More rows are for Grafana's Table panel. */
const MOST_ROWS = 500;

interface ViewTableProps {
  readonly label: string;
  readonly frame: DataFrame;
  readonly timeZone: TimeZone;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** A query's rows in its own order, as plainly as can be: Grafana's Table panel sorts and colours the same data. */
export function ViewTable({ label, frame, timeZone, width, height }: ViewTableProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const columns = useMemo(
    () => frame.fields.map((field) => columnOf(field, theme, timeZone)),
    [frame, theme, timeZone]
  );
  const rows = Array.from({ length: Math.min(frame.length, MOST_ROWS) }, (_, row) => row);
  return (
    <div className={styles.area} style={{ width, height }}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ name, isNumber }) => (
              <th key={name} scope="col" className={isNumber ? styles.number : undefined}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              {columns.map(({ name, isNumber, write }) => (
                <td key={name} className={isNumber ? styles.number : styles.text}>
                  <bdi>{write(row)}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {frame.length > MOST_ROWS && (
        <p className={styles.more}>
          The first {MOST_ROWS} of {frame.length} rows. Choose Grafana&apos;s Table panel to see all of them.
        </p>
      )}
    </div>
  );
}

function columnOf(field: Field, theme: GrafanaTheme2, timeZone: TimeZone) {
  const display = field.display ?? getDisplayProcessor({ field, theme, timeZone });
  return {
    name: field.name,
    isNumber: field.type === FieldType.number,
    write: (row: number) => formattedValueToString(display(field.values[row])),
  };
}

const getStyles = (theme: GrafanaTheme2) => ({
  area: css({ overflow: 'auto' }),
  table: css({
    width: '100%',
    fontSize: theme.typography.bodySmall.fontSize,
    '& th, & td': { padding: theme.spacing(0.75, 1), borderBottom: `1px solid ${theme.colors.border.weak}` },
    '& th': {
      position: 'sticky',
      top: 0,
      background: theme.colors.background.primary,
      fontWeight: theme.typography.fontWeightMedium,
      whiteSpace: 'nowrap',
    },
  }),
  number: css({ textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
  // In a narrow panel the table scrolls sideways before names become a column of letters.
  text: css({ minWidth: 180, overflowWrap: 'anywhere' }),
  more: css({ margin: theme.spacing(1), color: theme.colors.text.secondary }),
});
