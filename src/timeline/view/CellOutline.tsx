import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Rect } from '../layout/plotArea';

/** The least that can be seen around a cell that is smaller, in CSS pixels. */
const LEAST_SIZE = 4;

/** The cell that pointer or keyboard is at. */
export function CellOutline({ left, top, width, height }: Rect) {
  const styles = useStyles2(getStyles);
  const growX = Math.max(0, LEAST_SIZE - width) / 2;
  const growY = Math.max(0, LEAST_SIZE - height) / 2;
  return (
    <div
      className={styles.outline}
      style={{ left: left - growX, top: top - growY, width: width + 2 * growX, height: height + 2 * growY }}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  outline: css({
    position: 'absolute',
    pointerEvents: 'none',
    outline: `1.5px solid ${theme.colors.text.maxContrast}`,
    outlineOffset: -0.5,
    // Seen on the brightest cell of a dark theme, too.
    boxShadow: `inset 0 0 0 1.5px ${theme.colors.background.primary}`,
  }),
});
