import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { HoverPoints } from '../layout/hoverPoints';
import { timeToX, valueToY, type PlotArea } from '../layout/plotArea';
import type { DrawnSeries } from '../layout/stackSeries';

interface TimelineCrosshairProps {
  readonly plot: PlotArea;
  /** Milliseconds since the epoch. */
  readonly time: number;
  readonly series: readonly DrawnSeries[];
  /** Absent: the line alone. */
  readonly hover?: HoverPoints;
}

/** A line at a moment, and a dot on each series there. */
export function TimelineCrosshair({ plot, time, series, hover }: TimelineCrosshairProps) {
  const styles = useStyles2(getStyles);
  if (time < plot.span.from || time > plot.span.to) {
    return null;
  }
  const x = timeToX(plot, time);
  return (
    <>
      <div className={styles.line} style={{ left: x - 0.5, top: plot.top, height: plot.height }} />
      {hover?.points.map((point, i) =>
        point < 0 ? null : (
          <div
            key={i}
            className={styles.dot}
            style={{
              left: timeToX(plot, series[i].timestamps[point]) - 4,
              top: valueToY(plot, (series[i].tops ?? series[i].values)[point]) - 4,
              background: series[i].colour,
            }}
          />
        )
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  // The colour of the crosshair in Grafana's own panels.
  line: css({ position: 'absolute', pointerEvents: 'none', borderLeft: '1px dashed rgba(120, 120, 130, 0.7)' }),
  dot: css({
    position: 'absolute',
    width: 8,
    height: 8,
    borderRadius: theme.shape.radius.circle,
    boxShadow: `0 0 0 1px ${theme.colors.background.primary}`,
    pointerEvents: 'none',
  }),
});
