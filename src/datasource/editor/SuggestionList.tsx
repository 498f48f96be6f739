import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly options: readonly string[];
  /** An option in other words; shown beside it. */
  readonly describe?: (option: string) => string | undefined;
  /** Position in `options`; -1 for none. */
  readonly active: number;
  readonly onChoose: (option: string) => void;
}

const ROW_HEIGHT = 28;
const SHOWN_ROWS = 9;
/** Rows that are drawn above and below those in sight, so that scrolling shows no gap. */
const MARGIN_ROWS = 6;

/**
 * What can be chosen while typing, below the field, which keeps the focus. A label may have thousands of values: only
 * the rows in sight are drawn.
 */
export function SuggestionList({ id, label, options, describe, active, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const list = useRef<HTMLUListElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  useEffect(() => {
    if (list.current !== null) {
      list.current.scrollTop = 0;
      setScrollTop(0);
    }
  }, [options]);
  useEffect(() => {
    if (list.current !== null && active >= 0) {
      const lowest = active * ROW_HEIGHT;
      const highest = lowest - (SHOWN_ROWS - 1) * ROW_HEIGHT;
      const wanted = Math.min(lowest, Math.max(highest, list.current.scrollTop));
      list.current.scrollTop = wanted;
      setScrollTop(wanted);
    }
  }, [active, options]);

  const first = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - MARGIN_ROWS);
  const shown = options.slice(first, first + SHOWN_ROWS + 2 * MARGIN_ROWS);
  const below = options.length - first - shown.length;
  return (
    <ul
      id={id}
      ref={list}
      role="listbox"
      aria-label={label}
      className={styles.list}
      onScroll={({ currentTarget }) => setScrollTop(currentTarget.scrollTop)}
      // A press on the scrollbar is none on the page beside the field.
      onMouseDown={(event) => event.preventDefault()}
    >
      {shown.map((option, i) => {
        const index = first + i;
        const words = describe?.(option);
        return (
          <li
            key={option}
            id={optionId(id, index)}
            role="option"
            aria-selected={index === active}
            aria-setsize={options.length}
            aria-posinset={index + 1}
            title={option}
            style={{
              marginTop: i === 0 ? first * ROW_HEIGHT : undefined,
              marginBottom: i === shown.length - 1 ? below * ROW_HEIGHT : undefined,
            }}
            className={cx(styles.option, index === active && styles.active)}
            // Before the field loses the focus, which would close the list.
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(option);
            }}
          >
            <span className={styles.text}>{option}</span>
            {words === undefined ? null : <span className={styles.words}>{words}</span>}
          </li>
        );
      })}
    </ul>
  );
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    position: 'absolute',
    zIndex: theme.zIndex.dropdown,
    top: '100%',
    left: 0,
    minWidth: 'min(320px, 100%)',
    maxWidth: '100%',
    maxHeight: SHOWN_ROWS * ROW_HEIGHT + 2,
    margin: theme.spacing(0.5, 0, 0),
    padding: 0,
    overflowY: 'auto',
    listStyle: 'none',
    background: theme.colors.background.elevated ?? theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z3,
  }),
  option: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    height: ROW_HEIGHT,
    padding: theme.spacing(0, 1),
    cursor: 'pointer',
    whiteSpace: 'nowrap',
    '&:hover': { background: theme.colors.action.hover },
  }),
  active: css({ background: theme.colors.action.selected }),
  text: css({ overflow: 'hidden', textOverflow: 'ellipsis' }),
  words: css({
    marginLeft: 'auto',
    flexShrink: 0,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
