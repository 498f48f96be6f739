import { css, cx } from '@emotion/css';
import { type DragEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, IconButton, useStyles2 } from '@grafana/ui';
import { filterText } from '../../profile/filters/filterText';
import type { StackFilter } from '../../profile/filters/stackFilter';
import { formatShare } from '../view/formatShare';
import { moved, removed, toggled } from './filterEdits';

interface FilterChipsProps {
  /** At least one. */
  readonly filters: readonly StackFilter[];
  /** What they leave of the profile, 0 to 1, where there is one. */
  readonly kept?: number;
  /** For each filter why it does nothing, or undefined. */
  readonly problems: ReadonlyArray<string | undefined>;
  readonly onChange: (filters: readonly StackFilter[] | undefined) => void;
}

/** The filters in their order: each can be turned off, moved and removed. */
export function FilterChips({ filters, kept, problems, onChange }: FilterChipsProps) {
  const styles = useStyles2(getStyles);
  const list = useRef<HTMLUListElement>(null);
  const [dragged, setDragged] = useState<number>();
  const [target, setTarget] = useState<number>();

  const focusOn = (at: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[aria-pressed]')[at]?.focus());
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const step = event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0;
    if (step !== 0 && event.altKey) {
      onChange(moved(filters, at, at + step));
      focusOn(Math.max(0, Math.min(at + step, filters.length - 1)));
    } else if (step !== 0) {
      focusOn(Math.max(0, Math.min(at + step, filters.length - 1)));
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      onChange(removed(filters, at));
      focusOn(Math.max(0, at - 1));
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (dragged !== undefined && target !== undefined && dragged !== target) {
      onChange(moved(filters, dragged, target));
    }
    setDragged(undefined);
    setTarget(undefined);
  };
  return (
    <div className={styles.bar} role="group" aria-label="Filters">
      <ul ref={list} className={styles.list} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
        {filters.map((filter, at) => {
          const text = filterText(filter.rule);
          const problem = problems[at];
          return (
            <li
              key={JSON.stringify(filter.rule)}
              className={cx(styles.chip, filter.off && styles.off, target === at && dragged !== at && styles.target)}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', text);
                setDragged(at);
              }}
              onDragEnter={() => dragged !== undefined && setTarget(at)}
              onDragEnd={() => {
                setDragged(undefined);
                setTarget(undefined);
              }}
            >
              <Icon name="draggabledots" size="sm" className={styles.handle} />
              <button
                type="button"
                className={styles.toggle}
                aria-pressed={!filter.off}
                title={`${problem ?? (filter.off ? 'Off: click to turn on' : 'On: click to turn off')}. Alt and an arrow moves it, Delete removes it.`}
                onClick={() => onChange(toggled(filters, at))}
                onKeyDown={(event) => onKeyDown(event, at)}
              >
                {problem !== undefined && <Icon name="exclamation-triangle" size="sm" className={styles.problem} />}
                <bdi className={styles.text}>{text}</bdi>
              </button>
              <IconButton
                name="times"
                size="sm"
                aria-label={`Remove filter ${text}`}
                onClick={() => onChange(removed(filters, at))}
              />
            </li>
          );
        })}
      </ul>
      {kept !== undefined && (
        <span className={styles.kept} role="status" aria-label="Left by filters">
          {formatShare(kept, 1)} left
        </span>
      )}
      {filters.length > 1 && (
        <Button size="sm" fill="text" variant="secondary" onClick={() => onChange(undefined)}>
          Clear all
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  bar: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.5, 1),
    paddingBottom: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  list: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5), minWidth: 0, listStyle: 'none' }),
  chip: css({
    display: 'flex',
    alignItems: 'center',
    maxWidth: '100%',
    height: 24,
    paddingRight: theme.spacing(0.25),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
    cursor: 'grab',
  }),
  off: css({ borderStyle: 'dashed', background: 'transparent', '& bdi': { textDecoration: 'line-through' } }),
  target: css({ borderColor: theme.colors.primary.border, boxShadow: `-2px 0 0 ${theme.colors.primary.main}` }),
  handle: css({ flexShrink: 0, color: theme.colors.text.disabled }),
  toggle: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    minWidth: 0,
    height: '100%',
    padding: theme.spacing(0, 0.5, 0, 0.25),
    border: 0,
    borderRadius: theme.shape.radius.default,
    background: 'transparent',
    font: 'inherit',
    color: theme.colors.text.primary,
    '&:hover': { background: theme.colors.action.hover },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}` },
    '[draggable] > &[aria-pressed="false"]': { color: theme.colors.text.secondary },
  }),
  text: css({ maxWidth: 280, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  problem: css({ color: theme.colors.warning.text }),
  kept: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
});
