import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface ExemplarMarkProps {
  /** Of its middle, in CSS pixels of the plot's box. */
  readonly x: number;
  readonly y: number;
}

/** The mark that pointer or keyboard is at, larger than the others. */
export function ExemplarMark({ x, y }: ExemplarMarkProps) {
  const styles = useStyles2(getStyles);
  return <div className={styles.mark} style={{ left: x - HALF, top: y - HALF }} data-testid="timeline exemplar" />;
}

const HALF = 5;

const getStyles = (theme: GrafanaTheme2) => ({
  mark: css({
    position: 'absolute',
    width: 2 * HALF,
    height: 2 * HALF,
    transform: 'rotate(45deg)',
    border: `2px solid ${theme.colors.background.primary}`,
    outline: `2px solid ${theme.colors.primary.main}`,
    background: theme.colors.text.primary,
    pointerEvents: 'none',
  }),
});
