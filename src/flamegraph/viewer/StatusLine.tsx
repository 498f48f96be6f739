import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, Spinner, useStyles2 } from '@grafana/ui';
import type { ViewerStatus } from './viewerStatusOf';

/** One line on what is shown: how exact it is, what is being read, what could not be. */
export function StatusLine({ notice, cut, onMore, pending, failed, onTryAgain }: ViewerStatus) {
  const styles = useStyles2(getStyles);
  const words = [notice, cut].filter((text) => text !== undefined).join(' ');
  return (
    <div className={styles.line}>
      {words !== '' && (
        <span className={styles.words} title={words}>
          <Icon name="info-circle" size="sm" />
          <span className={styles.text}>{words}</span>
        </span>
      )}
      {cut !== undefined && onMore !== undefined && pending === undefined && (
        <Button size="sm" fill="text" onClick={onMore}>
          Load more
        </Button>
      )}
      {pending !== undefined && (
        <span role="status" className={styles.words}>
          <Spinner size="sm" inline /> {pending}
        </span>
      )}
      {failed !== undefined && (
        <span role="alert" className={styles.failed}>
          <Icon name="exclamation-circle" size="sm" />
          <span className={styles.text} title={failed.sentence}>
            {failed.sentence}
          </span>
          <Button size="sm" fill="text" onClick={onTryAgain}>
            Try again
          </Button>
        </span>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const words = {
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    minWidth: 0,
    color: theme.colors.text.secondary,
  } as const;
  return {
    line: css({
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      height: 24,
      paddingBottom: theme.spacing(0.5),
      fontSize: theme.typography.bodySmall.fontSize,
      '& > :not(span)': { flexShrink: 0 },
    }),
    words: css(words),
    text: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
    failed: css({ ...words, color: theme.colors.error.text }),
  };
};
