import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

interface EmptyProfileProps {
  readonly width: number;
  readonly height: number;
  readonly notice?: string;
}

/** What stands where there is nothing to draw. Fits into the smallest panel. */
export function EmptyProfile({ width, height, notice }: EmptyProfileProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.area} style={{ width, height }} role="status">
      <Icon name="fire" size="xl" />
      <div className={styles.title}>No samples in this profile</div>
      <div>{notice ?? 'Nothing was recorded for this selection. Try a longer time range or fewer filters.'}</div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  area: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1),
    overflow: 'hidden',
    textAlign: 'center',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  title: css({
    color: theme.colors.text.primary,
    fontSize: theme.typography.body.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
});
