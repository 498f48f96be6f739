import { css, cx } from '@emotion/css';
import { useMemo, type MouseEvent } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { SeriesIcon, useStyles2 } from '@grafana/ui';
import { seriesStats } from '../layout/seriesStats';
import type { TimelineSeries } from '../layout/timelineSeries';
import { LEGEND_ROW, type LegendSize } from './legendSize';

interface TimelineLegendProps {
  readonly series: readonly TimelineSeries[];
  /** Names of the series that are not drawn. */
  readonly hidden: ReadonlySet<string>;
  readonly onHiddenChange: (hidden: ReadonlySet<string>) => void;
  readonly formatValue: (value: number) => string;
  /** More than fits is scrolled. */
  readonly size: LegendSize;
}

/** Names and figures of the series. A click hides or shows one; with Ctrl, Cmd or Shift it shows that one alone. */
export function TimelineLegend({ series, hidden, onHiddenChange, formatValue, size }: TimelineLegendProps) {
  const styles = useStyles2(getStyles);
  const stats = useMemo(() => series.map(seriesStats), [series]);

  function toggle(name: string, event: MouseEvent) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) {
      const others = series.map((one) => one.name).filter((other) => other !== name);
      const isAlone = !hidden.has(name) && others.every((other) => hidden.has(other));
      onHiddenChange(new Set(isAlone ? [] : others));
      return;
    }
    const next = new Set(hidden);
    if (!next.delete(name)) {
      next.add(name);
    }
    onHiddenChange(next);
  }

  return (
    <ul className={styles.list} style={{ height: size.height }} aria-label="Series">
      {series.map(({ name, colour }, i) => {
        const figures = stats[i];
        const isHidden = hidden.has(name);
        return (
          <li key={i} className={cx(styles.item, isHidden && styles.hidden)}>
            <button
              type="button"
              className={styles.button}
              aria-pressed={!isHidden}
              title={isHidden ? `Show ${name}` : `Hide ${name} (Ctrl or ⌘ + click: show it alone)`}
              onClick={(event) => toggle(name, event)}
            >
              <SeriesIcon color={colour} className={cx(isHidden && styles.hiddenIcon)} />
              <span className={styles.name}>{name}</span>
            </button>
            {size.hasFigures && figures !== undefined && (
              <span className={styles.figures}>
                <Figure label="Last" value={formatValue(figures.last)} />
                <Figure label="Mean" value={formatValue(figures.mean)} />
                <Figure label="Max" value={formatValue(figures.max)} />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Figure({ label, value }: { label: string; value: string }) {
  const styles = useStyles2(getStyles);
  return (
    <span>
      <span className={styles.figureLabel}>{label}:</span> {value}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'flex-start',
    columnGap: theme.spacing(3),
    margin: 0,
    padding: theme.spacing(0.5, 1, 0, 1),
    overflow: 'auto',
    scrollbarWidth: 'thin',
    listStyle: 'none',
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: `${LEGEND_ROW}px`,
  }),
  item: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1.5),
    maxWidth: '100%',
    height: LEGEND_ROW,
    whiteSpace: 'nowrap',
  }),
  hidden: css({ color: theme.colors.text.disabled }),
  hiddenIcon: css({ opacity: 0.4 }),
  button: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    minWidth: 0,
    padding: 0,
    border: 0,
    borderRadius: theme.shape.radius.default,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    '& > :first-child': { flexShrink: 0 },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -1 },
  }),
  name: css({ overflow: 'hidden', textOverflow: 'ellipsis' }),
  figures: css({ display: 'flex', gap: theme.spacing(1.5), fontVariantNumeric: 'tabular-nums' }),
  figureLabel: css({ color: theme.colors.text.secondary }),
});
