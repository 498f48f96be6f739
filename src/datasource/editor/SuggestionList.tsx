import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEffect, useRef } from 'react';

interface Props {
  readonly id: string;
  readonly label: string;
  readonly options: readonly string[];
  /** Position in `options`; -1 for none. */
  readonly active: number;
  readonly onChoose: (option: string) => void;
}

/** A label may have thousands of values; nobody reads more than this, and all of them would stall the browser. */
const MOST_SHOWN = 100;

/** What can be chosen while typing, below the field. The field keeps the focus. */
export function SuggestionList({ id, label, options, active, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const activeItem = useRef<HTMLLIElement>(null);
  useEffect(() => {
    // Newer browsers return a promise, which is no clean-up; jsdom has no such method.
    void activeItem.current?.scrollIntoView?.({ block: 'nearest' });
  }, [active]);
  // A window onto the list that always has the active option in it.
  const start = Math.max(0, Math.min(active - MOST_SHOWN / 2, options.length - MOST_SHOWN));
  const shown = options.slice(start, start + MOST_SHOWN);
  const hidden = options.length - shown.length;
  return (
    <div className={styles.box}>
      <ul id={id} role="listbox" aria-label={label} className={styles.list}>
        {shown.map((option, i) => (
          <li
            key={option}
            id={optionId(id, start + i)}
            ref={start + i === active ? activeItem : undefined}
            role="option"
            aria-selected={start + i === active}
            className={cx(styles.option, start + i === active && styles.active)}
            // Before the field loses the focus, which would close the list.
            onMouseDown={(event) => {
              event.preventDefault();
              onChoose(option);
            }}
          >
            {option}
          </li>
        ))}
      </ul>
      {hidden > 0 ? <div className={styles.more}>{hidden.toLocaleString()} more: type to narrow them down</div> : null}
    </div>
  );
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    position: 'absolute',
    zIndex: theme.zIndex.dropdown,
    top: '100%',
    left: 0,
    marginTop: theme.spacing(0.5),
    minWidth: '50%',
    maxWidth: '100%',
    background: theme.colors.background.elevated ?? theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z3,
  }),
  list: css({ listStyle: 'none', margin: 0, padding: theme.spacing(0.5), maxHeight: 240, overflowY: 'auto' }),
  option: css({
    padding: theme.spacing(0.5, 1),
    borderRadius: theme.shape.radius.default,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    '&:hover': { background: theme.colors.action.hover },
  }),
  active: css({ background: theme.colors.action.selected }),
  more: css({
    padding: theme.spacing(0.5, 1.5),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
