import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { Problem } from '../../base/problem';

interface Props {
  readonly text: string;
  readonly problem: Problem;
}

/** What is wrong with a selector, and its text with the place marked. */
export function SelectorProblem({ text, problem }: Props) {
  const styles = useStyles2(getStyles);
  const at = problem.position;
  return (
    <>
      {problem.sentence}
      {at === undefined ? null : (
        <code className={styles.code}>
          {text.slice(0, at)}
          <mark className={styles.mark}>{text.slice(at, at + 1) || '\u00a0'}</mark>
          {text.slice(at + 1)}
        </code>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  code: css({ display: 'block', marginTop: theme.spacing(0.5), overflowWrap: 'anywhere' }),
  mark: css({
    padding: 0,
    background: 'none',
    color: theme.colors.error.text,
    borderBottom: `2px solid ${theme.colors.error.border}`,
  }),
});
