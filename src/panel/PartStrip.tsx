import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface PartStripProps {
  /** What it is, for those who cannot see it. */
  readonly label: string;
  /** The part that is shown, and the rest of the sentence. */
  readonly name: string;
  readonly words: string;
  /** Buttons. */
  readonly children: ReactNode;
}

/** Which part of the whole the flame graph below stands for, and what can be done with it. */
export function PartStrip({ label, name, words, children }: PartStripProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.strip} role="group" aria-label={label}>
      <span className={styles.text}>
        <span className={styles.name}>{name}</span> {words}
      </span>
      <span className={styles.actions}>{children}</span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  strip: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    marginBottom: theme.spacing(0.5),
    padding: theme.spacing(0, 0, 0, 1),
    borderRadius: theme.shape.radius.default,
    background: theme.colors.primary.transparent,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '20px',
    minHeight: 24,
  }),
  // Buttons stand beside the words, which break, and below them only where both have no room.
  text: css({ flex: '1 1 0', minWidth: 160, color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
  actions: css({ display: 'flex', flexShrink: 0, marginLeft: 'auto' }),
  name: css({
    color: theme.colors.text.primary,
    fontWeight: theme.typography.fontWeightMedium,
    fontVariantNumeric: 'tabular-nums',
  }),
});
