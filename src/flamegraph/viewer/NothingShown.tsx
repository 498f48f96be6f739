import { css } from '@emotion/css';
import { Button, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import type { Problem } from '../../base/problem';

interface NothingShownProps {
  /** CSS pixels. */
  readonly height: number;
  /** Absent: it is not known yet what there is to see. */
  readonly why?: 'filters' | Problem;
  readonly onClearFilters: () => void;
}

/** Stands where a picture would, of a profile that has none to show: yet, with these filters, or at all. */
export function NothingShown({ height, why, onClearFilters }: NothingShownProps) {
  const styles = useStyles2(getStyles);
  if (why === undefined) {
    return (
      <div className={styles.nothing} style={{ height }}>
        <LoadingPlaceholder text="Filtering the profile…" />
      </div>
    );
  }
  return (
    <div className={styles.nothing} role={why === 'filters' ? 'status' : 'alert'} style={{ height }}>
      {why === 'filters' ? 'The filters leave nothing of this profile.' : why.sentence}
      <Button size="sm" variant="secondary" onClick={onClearFilters}>
        Clear filters
      </Button>
    </div>
  );
}

const getStyles = () => ({
  nothing: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: 8,
    width: '100%',
  }),
});
