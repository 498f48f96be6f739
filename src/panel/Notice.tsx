import { css, cx } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

interface NoticeProps {
  readonly severity: 'error' | 'warning';
  readonly children: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
}

/** One sentence above what is there, as slim as it can be: an alert that leaves the picture its room. */
export function Notice({ severity, children, actions }: NoticeProps) {
  const styles = useStyles2(getStyles);
  return (
    <div role="alert" className={cx(styles.notice, styles[severity])}>
      <Icon name={severity === 'error' ? 'exclamation-circle' : 'exclamation-triangle'} className={styles.icon} />
      <span className={styles.sentence}>{children}</span>
      {actions}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  notice: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    marginBottom: theme.spacing(0.5),
    padding: theme.spacing(0.5, 1),
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: '20px',
  }),
  error: css({ background: theme.colors.error.transparent, '& > svg': { color: theme.colors.error.text } }),
  warning: css({ background: theme.colors.warning.transparent, '& > svg': { color: theme.colors.warning.text } }),
  icon: css({ flexShrink: 0 }),
  sentence: css({ flex: '1 1 0', minWidth: 120, overflowWrap: 'anywhere' }),
});
