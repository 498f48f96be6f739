import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { assertNever } from '../../../base/assertNever';
import type { Answer } from './useAnswer';

interface AnswerViewProps<T> {
  readonly answer: Answer<T>;
  readonly children: (value: T) => ReactNode;
}

/** An answer, or the way to it: that it is being loaded, or why it failed and how to try again. */
export function AnswerView<T>({ answer, children }: AnswerViewProps<T>) {
  const styles = useStyles2(getStyles);
  switch (answer.kind) {
    case 'loading':
      return <LoadingPlaceholder text="Loading…" className={styles.loading} />;
    case 'failed':
      return (
        <div role="alert" className={styles.failure}>
          <span>{answer.problem.sentence}</span>
          <Button size="sm" variant="secondary" icon="sync" onClick={answer.retry}>
            Try again
          </Button>
        </div>
      );
    case 'answered':
      return children(answer.value);
    default:
      return assertNever(answer);
  }
}

/** A section that has nothing to show says so. */
export function Nothing({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles2(getStyles).nothing}>{children}</div>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  loading: css({ marginBottom: 0, color: theme.colors.text.secondary }),
  failure: css({ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: theme.spacing(1) }),
  nothing: css({ color: theme.colors.text.secondary }),
});
