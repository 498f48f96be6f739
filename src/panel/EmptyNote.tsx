import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

interface EmptyNoteProps {
  /** What is the case. */
  readonly title: string;
  /** What was asked for. */
  readonly asked?: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** In place of a picture where there is none to draw. */
export function EmptyNote({ title, asked, hint }: EmptyNoteProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.note} role="status">
      <div className={styles.title}>{title}</div>
      {asked !== undefined && <div className={styles.asked}>{asked}</div>}
      {hint !== undefined && <div className={styles.hint}>{hint}</div>}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'safe center',
    gap: theme.spacing(0.5),
    height: '100%',
    padding: theme.spacing(0, 2),
    overflow: 'auto',
    textAlign: 'center',
  }),
  title: css({ ...theme.typography.h5 }),
  asked: css({ maxWidth: 640, color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
  hint: css({ maxWidth: 640, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
