import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, Toggletip, useStyles2 } from '@grafana/ui';
import { profileTexts } from '../../catalogue/profileTexts';
import type { ProfileTypeDescription } from '../../catalogue/profileTypeDescription';

/** An (i) that explains a profile type: what it measures, when to use it, how to read its flame graph. */
export function ProfileTypeHelp({ type }: { readonly type: ProfileTypeDescription }) {
  const styles = useStyles2(getStyles);
  return (
    <Toggletip title={type.label} content={<Explanation type={type} />} closeButton>
      <button type="button" className={styles.button} aria-label={`About the profile type ${type.label}`}>
        <Icon name="info-circle" size="sm" />
      </button>
    </Toggletip>
  );
}

function Explanation({ type }: { readonly type: ProfileTypeDescription }) {
  const styles = useStyles2(getStyles);
  const { meaning, whenToUse, howToRead } = profileTexts(type.id);
  return (
    <dl className={styles.list}>
      <dt>What it measures</dt>
      <dd>{meaning}</dd>
      <dt>When to use it</dt>
      <dd>{whenToUse}</dd>
      <dt>How to read its flame graph</dt>
      <dd>{howToRead}</dd>
      <dt>Id</dt>
      <dd className={styles.id}>{type.id}</dd>
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  button: css({
    background: 'none',
    border: 'none',
    padding: 0,
    lineHeight: 1,
    color: theme.colors.text.secondary,
    '&:hover': { color: theme.colors.text.primary },
  }),
  list: css({
    maxWidth: 420,
    margin: 0,
    dt: { fontWeight: theme.typography.fontWeightMedium },
    dd: { margin: theme.spacing(0, 0, 1), color: theme.colors.text.secondary },
  }),
  id: css({ fontFamily: theme.typography.fontFamilyMonospace, overflowWrap: 'anywhere' }),
});
