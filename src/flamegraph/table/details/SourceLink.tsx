import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { displayName } from '../../layout/displayName';

interface SourceLinkProps {
  readonly href: string | undefined;
  readonly children: string;
}

/** A way to a source, where there is one that leads to the web; the text alone otherwise. */
export function SourceLink({ href, children }: SourceLinkProps) {
  const styles = useStyles2(getStyles);
  const text = displayName(children);
  return href !== undefined && isWebAddress(href) ? (
    <a href={href} target="_blank" rel="noopener noreferrer" className={styles.link} title="Open source">
      {text}
      <Icon name="external-link-alt" size="xs" />
    </a>
  ) : (
    text
  );
}

/** Only http and https: a template is a setting, and what is put into it comes from profiles. */
function isWebAddress(href: string): boolean {
  return /^https?:\/\//i.test(href);
}

const getStyles = (theme: GrafanaTheme2) => ({
  link: css({
    '& svg': { marginLeft: theme.spacing(0.5) },
    color: theme.colors.text.link,
    '&:hover': { textDecoration: 'underline' },
  }),
});
