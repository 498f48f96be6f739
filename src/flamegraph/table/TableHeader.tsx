import { css, cx } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { BasisChoice } from './BasisChoice';
import { HEADER_ROW_HEIGHT } from './rowWindow';
import { nextSort, type SortKey } from './sortRows';
import type { TableHeading } from './useTableColumns';

interface TableHeaderProps {
  readonly heading: TableHeading;
  /** How many rows there are: "12 of 3,456". */
  readonly count: string;
}

/** Names of the columns; a click sorts. */
export function TableHeader({ heading: { fitted, sort, onSort, basis }, count }: TableHeaderProps) {
  const styles = useStyles2(getStyles);
  const sorting = (column: SortKey) => ({
    direction:
      sort.column !== column ? ('none' as const) : sort.descending ? ('descending' as const) : ('ascending' as const),
    onClick: () => onSort(nextSort(sort, column)),
  });
  return (
    <div role="row" aria-rowindex={1} className={styles.header} style={{ gridTemplateColumns: fitted.template }}>
      <Heading title="Function" meaning="Full name of the function" {...sorting('name')}>
        <span className={styles.room}>
          <span className={styles.count}>{count}</span>
        </span>
        {basis && <BasisChoice {...basis} />}
      </Heading>
      {fitted.columns.map(({ id, sort: key, title, meaning, isAside }) => (
        <Heading key={id} title={title} meaning={meaning} isNumber isAside={isAside} {...sorting(key)} />
      ))}
    </div>
  );
}

interface HeadingProps {
  readonly title: string;
  readonly meaning: string;
  readonly isNumber?: boolean;
  readonly isAside?: boolean;
  readonly direction: 'none' | 'ascending' | 'descending';
  readonly onClick: () => void;
  readonly children?: ReactNode;
}

function Heading({ title, meaning, isNumber, isAside, direction, onClick, children }: HeadingProps) {
  const styles = useStyles2(getStyles);
  return (
    <div role="columnheader" aria-sort={direction} className={styles.cell}>
      <button
        type="button"
        className={cx(styles.button, isNumber && styles.numberButton)}
        title={meaning}
        onClick={onClick}
      >
        {title}
        {direction !== 'none' && isAside !== true && (
          <Icon name={direction === 'descending' ? 'arrow-down' : 'arrow-up'} size="sm" />
        )}
      </button>
      {children}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({
    position: 'sticky',
    top: 0,
    zIndex: 1,
    display: 'grid',
    height: HEADER_ROW_HEIGHT,
    borderBottom: `1px solid ${theme.colors.border.medium}`,
    background: theme.colors.background.primary,
  }),
  cell: css({ display: 'flex', alignItems: 'center', minWidth: 0, overflow: 'hidden', whiteSpace: 'nowrap' }),
  button: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.25),
    height: '100%',
    padding: theme.spacing(0, 1),
    border: 'none',
    background: 'transparent',
    color: theme.colors.text.primary,
    fontWeight: theme.typography.fontWeightMedium,
    whiteSpace: 'nowrap',
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
  }),
  numberButton: css({ flexGrow: 1, justifyContent: 'flex-end' }),
  // A count that has no room goes to a second line, which is not seen: a part of a number would be another number.
  room: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'flex-start',
    minWidth: 0,
    height: theme.spacing(2.5),
    overflow: 'hidden',
    '&::before': { content: '""', width: 0 },
  }),
  count: css({
    // On the base line of the title beside it.
    padding: theme.spacing(0.25, 1, 0, 0),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
  }),
});
