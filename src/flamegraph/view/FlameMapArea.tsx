import { css, cx } from '@emotion/css';
import type { CSSProperties } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { MapRefs } from './useFlameStage';

interface FlameMapAreaProps {
  readonly axis: 'across' | 'down';
  readonly refs: MapRefs;
  readonly style: CSSProperties;
}

/** Where a map is drawn. Not for screen readers and keys, which have the tree itself. */
export function FlameMapArea({ axis, refs, style }: FlameMapAreaProps) {
  const styles = useStyles2(getStyles);
  return (
    <div
      ref={refs.area}
      className={cx(styles.area, axis === 'across' ? styles.across : styles.down)}
      style={{ ...style, visibility: 'hidden' }}
      aria-hidden
      data-testid={axis === 'across' ? 'flame graph map of the width' : 'flame graph map of the depth'}
    >
      <canvas ref={refs.canvas} className={styles.canvas} />
      <div ref={refs.frame} className={styles.frame} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  area: css({
    position: 'absolute',
    overflow: 'hidden',
    background: theme.colors.background.primary,
    cursor: 'grab',
    touchAction: 'none',
    userSelect: 'none',
    '&:active': { cursor: 'grabbing' },
  }),
  across: css({ boxShadow: `0 0 0 1px ${theme.colors.border.medium}` }),
  down: css({ borderLeft: `4px solid ${theme.colors.background.primary}` }),
  canvas: css({ display: 'block', pointerEvents: 'none' }),
  // What is not seen is dimmed by the frame's own shadow.
  frame: css({
    position: 'absolute',
    inset: 0,
    right: 'auto',
    bottom: 'auto',
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    border: `1px solid ${theme.colors.text.primary}`,
    borderRadius: 2,
    boxShadow: `0 0 0 4000px ${theme.isDark ? 'rgba(17, 18, 23, 0.6)' : 'rgba(255, 255, 255, 0.65)'}`,
    pointerEvents: 'none',
    willChange: 'transform',
  }),
});
