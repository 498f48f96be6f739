import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, SeriesIcon, useStyles2, VizTooltipContainer } from '@grafana/ui';
import { isPartialPoint, type HoverPoints } from '../layout/hoverPoints';
import type { TimelineSeries } from '../layout/timelineSeries';

/** Rows beyond this would cover the picture that they explain. */
const MOST_ROWS = 12;

interface TimelineTooltipProps {
  readonly series: readonly TimelineSeries[];
  readonly hover: HoverPoints;
  /** Where it points, in CSS pixels of the window. */
  readonly x: number;
  readonly y: number;
  readonly formatTime: (time: number) => string;
  readonly formatValue: (value: number) => string;
}

/** All series at one moment, the largest first. For the eyes only: a live region says the same in words. */
export function TimelineTooltip({ series, hover, x, y, formatTime, formatValue }: TimelineTooltipProps) {
  const styles = useStyles2(getStyles);
  const rows = series
    .map((one, i) => ({ one, point: hover.points[i] }))
    .filter(({ point }) => point >= 0)
    .sort((a, b) => b.one.values[b.point] - a.one.values[a.point]);
  return (
    <Portal>
      <VizTooltipContainer position={{ x, y }} offset={{ x: 12, y: 12 }} className={styles.container} aria-hidden>
        <div className={styles.time}>{formatTime(hover.time)}</div>
        <div className={styles.rows}>
          {rows.slice(0, MOST_ROWS).map(({ one, point }, i) => (
            <div key={i} className={styles.row}>
              <SeriesIcon color={one.colour} />
              <span className={styles.name}>{one.name}</span>
              {isPartialPoint(one, point) && <span className={styles.partial}>partial step</span>}
              <span className={styles.value}>{formatValue(one.values[point])}</span>
            </div>
          ))}
          {rows.length > MOST_ROWS && <div className={styles.name}>and {rows.length - MOST_ROWS} more</div>}
        </div>
      </VizTooltipContainer>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  container: css({ padding: 0, fontSize: theme.typography.bodySmall.fontSize, maxWidth: 480 }),
  time: css({ padding: theme.spacing(1), lineHeight: 1, fontWeight: theme.typography.fontWeightMedium }),
  rows: css({
    display: 'flex',
    flexDirection: 'column',
    gap: 2,
    padding: theme.spacing(1),
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  row: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.75),
    // Grafana 12.2 gives the icon a margin of its own.
    '& > :first-child': { flexShrink: 0, marginRight: 0 },
  }),
  name: css({
    flexGrow: 1,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
  }),
  partial: css({ color: theme.colors.warning.text, whiteSpace: 'nowrap' }),
  value: css({ marginLeft: theme.spacing(1.5), fontWeight: theme.typography.fontWeightMedium, whiteSpace: 'nowrap' }),
});
