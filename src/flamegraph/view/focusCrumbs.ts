import type { NodeIndex } from '../../profile/callTree';

/** The breadcrumb of a focus: what is shown, and what stands behind the dots between first and last. */
export interface FocusCrumbs {
  readonly hidden: readonly NodeIndex[];
  readonly shown: readonly NodeIndex[];
}

/**
 * As many of a path's innermost nodes as fit into `room` CSS pixels, always the focus itself; the others are hidden
 * behind dots. `widthOf` is a crumb's width with its separator.
 */
export function focusCrumbs(
  path: readonly NodeIndex[],
  room: number,
  dotsWidth: number,
  widthOf: (node: NodeIndex) => number
): FocusCrumbs {
  let used = 0;
  let first = path.length;
  while (first > 0) {
    const width = widthOf(path[first - 1]);
    const dots = first > 1 ? dotsWidth : 0;
    if (first < path.length && used + width + dots > room) {
      break;
    }
    used += width;
    first--;
  }
  return { hidden: path.slice(0, first), shown: path.slice(first) };
}
