import type { NodeIndex } from '../../profile/callTree';
import { lowerBound } from './sortedColumn';
import { type LevelPosition, startAt, type TreeLayout } from './treeLayout';

/** First position in [from, to) of one level whose node is at least `node`; `to` if there is none. */
export function firstNodeAtLeast(
  layout: TreeLayout,
  node: NodeIndex,
  from: LevelPosition,
  to: LevelPosition
): LevelPosition {
  return lowerBound(layout.nodes, node, from, to);
}

/** First position in [from, to) of one level whose box starts at `start` (tree units) or right of it; `to` if none. */
export function firstStartAtLeast(
  layout: TreeLayout,
  start: number,
  from: LevelPosition,
  to: LevelPosition
): LevelPosition {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startAt(layout, middle) < start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/** Last position in [from, to) of one level whose box starts at `start` (tree units) or left of it; `from - 1` if none. */
export function lastStartAtMost(
  layout: TreeLayout,
  start: number,
  from: LevelPosition,
  to: LevelPosition
): LevelPosition {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (startAt(layout, middle) <= start) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

/** As `firstStartAtLeast`, in steps that double: fast when the answer is near `from`, as when a run of narrow boxes is skipped. */
export function gallopToStart(
  layout: TreeLayout,
  start: number,
  from: LevelPosition,
  to: LevelPosition
): LevelPosition {
  let low = from;
  let step = 1;
  while (low + step < to && startAt(layout, low + step) < start) {
    low += step;
    step *= 2;
  }
  return firstStartAtLeast(layout, start, low, Math.min(low + step, to));
}

/** The number of levels from the root down to the deepest node of a subtree. Levels thin out, so it can be halved. */
export function levelsDownTo(layout: TreeLayout, node: NodeIndex, nodeLevel: number): number {
  const end = layout.tree.subtreeEnd[node];
  let low = nodeLevel;
  let high = layout.levels - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    const levelEnd = layout.levelOffsets[middle + 1];
    const first = firstNodeAtLeast(layout, node, layout.levelOffsets[middle], levelEnd);
    if (first < levelEnd && layout.nodes[first] < end) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low + 1;
}
