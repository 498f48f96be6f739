import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { TimeSpan } from '../../base/units';
import { timeToX, type PlotArea } from '../layout/plotArea';

interface PlotSelectionProps {
  readonly plot: PlotArea;
  readonly span: TimeSpan;
  /** Written above while the selection is being made. */
  readonly caption?: string;
  /** Whether it is tinted: not where colours below it mean something. */
  readonly tinted: boolean;
}

/** The selected range: shaded, with edges that show that they can be dragged. Drawn in the canvas's coordinates. */
export function PlotSelection({ plot, span, caption, tinted }: PlotSelectionProps) {
  const styles = useStyles2(getStyles);
  const right = plot.left + plot.width;
  const inside = (x: number) => Math.min(right, Math.max(plot.left, x));
  const from = inside(timeToX(plot, span.from));
  const to = inside(timeToX(plot, span.to));
  const { top, height } = plot;
  return (
    <div data-testid="timeline selection">
      <div className={styles.outside} style={{ left: plot.left, width: from - plot.left, top, height }} />
      <div className={styles.outside} style={{ left: to, width: right - to, top, height }} />
      {tinted && <div className={styles.inside} style={{ left: from, width: to - from, top, height }} />}
      {[from, to].map((x, i) => (
        <div key={i} className={styles.edge} style={{ left: x - 5, top, height }}>
          <div className={styles.grip} />
        </div>
      ))}
      {caption !== undefined && (
        // Centred above the selection, but never out of the plot.
        <div className={styles.captionLine} style={{ left: plot.left, width: plot.width, top }}>
          <div style={{ flex: `${(from + to) / 2 - plot.left} 1 0` }} />
          <div className={styles.caption}>{caption}</div>
          <div style={{ flex: `${right - (from + to) / 2} 1 0` }} />
        </div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  inside: css({ position: 'absolute', pointerEvents: 'none', background: theme.colors.primary.transparent }),
  outside: css({
    position: 'absolute',
    pointerEvents: 'none',
    background: theme.colors.background.primary,
    opacity: 0.45,
  }),
  edge: css({
    position: 'absolute',
    width: 10,
    cursor: 'ew-resize',
    '&::before': {
      content: '""',
      position: 'absolute',
      left: 4.5,
      width: 1,
      height: '100%',
      background: theme.colors.primary.border,
    },
  }),
  grip: css({
    position: 'absolute',
    left: 2.5,
    top: 'calc(50% - 9px)',
    width: 5,
    height: 18,
    maxHeight: '100%',
    borderRadius: theme.shape.radius.pill,
    background: theme.colors.primary.border,
  }),
  captionLine: css({ position: 'absolute', display: 'flex', pointerEvents: 'none' }),
  caption: css({
    padding: theme.spacing(0.25, 1),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.elevated ?? theme.colors.background.secondary,
    boxShadow: theme.shadows.z1,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
  }),
});
