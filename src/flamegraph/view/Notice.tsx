import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

/** CSS pixels. */
export const NOTICE_HEIGHT = 24;

/** One line on the profile as a whole; all of it in the title where it is too long. */
export function Notice({ text }: { readonly text: string }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.line} title={text}>
      <Icon name="info-circle" size="sm" />
      <span className={styles.text}>{text}</span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    height: NOTICE_HEIGHT,
    paddingBottom: theme.spacing(0.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  text: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
});
