import { css, cx } from '@emotion/css';
import type { MouseEvent } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { SeriesIcon, useStyles2 } from '@grafana/ui';
import {
  LEGEND_ENTRY_GAP,
  LEGEND_PART_GAP,
  LEGEND_ROW,
  LEGEND_SIDE,
  LEGEND_SPACE_ABOVE,
  type LegendEntry,
  type LegendSize,
} from '../layout/legendSize';
import { AXIS } from '../layout/plotFrame';
import type { TimelineSeries } from '../layout/timelineSeries';
import { toggledSeries } from '../layout/toggledSeries';

interface TimelineLegendProps {
  readonly series: readonly TimelineSeries[];
  /** SeriesIndex -> what its entry says. */
  readonly entries: readonly LegendEntry[];
  /** More than fits is scrolled. */
  readonly size: LegendSize;
  /** Names of the series that are not drawn. */
  readonly hidden: ReadonlySet<string>;
  readonly onHiddenChange: (hidden: ReadonlySet<string>) => void;
}

/** Names and figures of the series. A click shows one alone, or all again; with Ctrl, Cmd or Shift it hides or shows it. */
export function TimelineLegend({ series, entries, size, hidden, onHiddenChange }: TimelineLegendProps) {
  const styles = useStyles2(getStyles);

  function toggle(name: string, event: MouseEvent) {
    const names = series.map((one) => one.name);
    onHiddenChange(toggledSeries(names, hidden, name, event.ctrlKey || event.metaKey || event.shiftKey));
  }

  return (
    <ul className={styles.list} style={{ height: size.height }} aria-label="Series">
      {entries.map(({ name, figures }, i) => {
        const isHidden = hidden.has(name);
        return (
          <li key={i} className={cx(styles.item, isHidden && styles.hidden)}>
            <button
              type="button"
              className={styles.button}
              aria-pressed={!isHidden}
              title={`${name}\nClick: show it alone, or all again. Ctrl or ⌘ + click: ${isHidden ? 'show' : 'hide'} it.`}
              onClick={(event) => toggle(name, event)}
            >
              <SeriesIcon color={series[i].colour} className={cx(isHidden && styles.hiddenIcon)} />
              <span className={styles.name}>{name}</span>
            </button>
            {size.hasFigures && figures.map((figure) => <span key={figure}>{figure}</span>)}
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignContent: 'flex-start',
    columnGap: LEGEND_ENTRY_GAP,
    margin: 0,
    padding: `${LEGEND_SPACE_ABOVE}px ${LEGEND_SIDE}px 0`,
    overflow: 'auto',
    scrollbarWidth: 'thin',
    listStyle: 'none',
    fontSize: AXIS.fontSize,
    // As a canvas measures it, by which its size was found.
    letterSpacing: 0,
    lineHeight: `${LEGEND_ROW}px`,
  }),
  item: css({
    display: 'flex',
    alignItems: 'center',
    gap: LEGEND_PART_GAP,
    maxWidth: '100%',
    height: LEGEND_ROW,
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
  }),
  hidden: css({ opacity: 0.5 }),
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
    color: theme.colors.text.primary,
    font: 'inherit',
    // Grafana 12.2 gives the icon a margin of its own.
    '& > :first-child': { flexShrink: 0, marginRight: 0 },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -1 },
  }),
  name: css({ overflow: 'hidden', textOverflow: 'ellipsis' }),
});
