import { css } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';

interface SpokenProps {
  readonly helpId: string;
  /** What can be done, heard when the plot is reached. */
  readonly help: string;
  /** What is at the cursor and what is selected, heard as it changes. */
  readonly status: string;
}

/** What a screen reader hears of a plot. */
export function Spoken({ helpId, help, status }: SpokenProps) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <div id={helpId} className={styles.spoken}>
        {help}
      </div>
      <div className={styles.spoken} role="status">
        {status}
      </div>
    </>
  );
}

const getStyles = () => ({
  spoken: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
});
