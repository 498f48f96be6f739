import { css, keyframes } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { WaitingGraph } from '../view/WaitingGraph';
import { LEAST_HEIGHT_FOR_MORE, shownView, tableWidth, type ViewOption } from './viewChoice';

interface WaitingViewerProps {
  readonly view: ViewOption;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What is awaited, to a screen reader: "Loading profile". */
  readonly text: string;
}

/** CSS pixels of the viewer's toolbar, and of the row of a table. */
const TOOLBAR = 32;
const ROW = 24;
const GAP = 16;

/** Stands where a viewer will, and is laid out as that will be, so that nothing jumps once the profile is there. */
export function WaitingViewer({ view, width, height, text }: WaitingViewerProps) {
  const styles = useStyles2(getStyles);
  const shown = shownView(view, width, height);
  const hasGraph = shown === 'flamegraph' || shown === 'both';
  const besideGraph = shown === 'both' ? tableWidth(width) : width;
  const graphWidth = shown === 'both' ? width - besideGraph - GAP : width;
  const isTiny = height < LEAST_HEIGHT_FOR_MORE;
  const pictureHeight = Math.max(0, isTiny ? height : height - TOOLBAR);
  return (
    <div className={styles.viewer} style={{ width, height, paddingTop: isTiny ? 0 : TOOLBAR }} aria-busy>
      <span role="status" className={styles.text}>
        {text}
      </span>
      {shown !== 'flamegraph' && <div className={styles.rows} style={{ width: besideGraph, height: pictureHeight }} />}
      {hasGraph && <WaitingGraph width={graphWidth} height={pictureHeight} header={isTiny ? 'over' : 'full'} />}
    </div>
  );
}

const appear = keyframes({ from: { opacity: 0 } });

const getStyles = (theme: GrafanaTheme2) => {
  const line = theme.colors.action.hover;
  return {
    viewer: css({
      display: 'flex',
      gap: GAP,
      overflow: 'hidden',
      boxSizing: 'border-box',
      // Most answers are there before it is seen.
      animation: `${appear} 200ms ease-out 150ms backwards`,
    }),
    rows: css({
      backgroundImage: `repeating-linear-gradient(${line} 0 ${ROW / 2}px, transparent ${ROW / 2}px ${ROW}px)`,
      borderRadius: theme.shape.radius.default,
    }),
    text: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
  };
};
