import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import { LoadingBar, useStyles2 } from '@grafana/ui';
import type { Problem } from '../../base/problem';
import { type CallTree, ROOT } from '../../profile/callTree';
import { NothingShown } from './NothingShown';
import type { ViewerTree } from './useViewerTree';

interface ViewerPictureProps {
  /** Without filters. */
  readonly tree: CallTree;
  /** Undefined: it is not known yet what the filters leave. */
  readonly seen: ViewerTree | undefined;
  readonly failed: Problem | undefined;
  /** CSS pixels of the picture. */
  readonly width: number;
  readonly height: number;
  /** Something is being worked out or read. `told`: in words elsewhere, too. */
  readonly busy: 'no' | 'yes' | 'told';
  readonly onClearFilters: () => void;
  /** The view of what is seen. */
  readonly children: (seen: ViewerTree) => ReactNode;
  /** What stands beside or over it. */
  readonly beside: ReactNode;
}

/** The chosen view, or why there is nothing to be seen; with a bar along its upper edge while that may change. */
export function ViewerPicture(props: ViewerPictureProps) {
  const { tree, seen, failed, width, height, busy, onClearFilters, children, beside } = props;
  const styles = useStyles2(getStyles);
  const isNothingLeft = seen !== undefined && isEmpty(seen.shown) && !isEmpty(tree);
  return (
    <div className={styles.body} aria-busy={busy !== 'no'}>
      {busy !== 'no' && seen && (
        <div className={styles.progress} aria-hidden={busy === 'told'}>
          <LoadingBar width={width} />
        </div>
      )}
      {seen === undefined || failed !== undefined || isNothingLeft ? (
        <NothingShown height={height} why={failed ?? (isNothingLeft ? 'filters' : undefined)} {...{ onClearFilters }} />
      ) : (
        children(seen)
      )}
      {beside}
    </div>
  );
}

function isEmpty({ total, right }: CallTree): boolean {
  return total[ROOT] === 0 && (right === undefined || right.total[ROOT] === 0);
}

const getStyles = () => ({
  body: css({ position: 'relative', display: 'flex' }),
  // Over the picture, which stays where it is.
  progress: css({ position: 'absolute', top: 0, left: 0, zIndex: 3, pointerEvents: 'none' }),
});
