import type { NodeIndex } from '../../profile/callTree';
import { firstNodeAtLeast, lastStartAtMost } from './levelSearch';
import { startAt, type TreeLayout } from './treeLayout';
import { levelOfRow, pixelsPerUnit, type Viewport } from './viewport';
import { ancestorAtLevel, MIN_BOX_WIDTH } from './visibleBoxes';

/** What stands for "no node". */
export const NO_NODE = -1;

/**
 * The node drawn at x (CSS pixels from the picture's left edge) in a row, or `NO_NODE`. In a sliver it is the one node
 * of the run that is really there. By halving, so it may be asked for every movement of the pointer.
 */
export function nodeAt(layout: TreeLayout, viewport: Viewport, x: number, row: number): NodeIndex {
  const scale = pixelsPerUnit(viewport);
  if (scale === 0 || row < 0 || row >= viewport.rows || x < 0 || x >= viewport.width) {
    return NO_NODE;
  }
  const level = levelOfRow(viewport, row);
  if (level < viewport.focusLevel) {
    return ancestorAtLevel(layout, viewport.focus, level);
  }
  const { focus, from } = viewport;
  const levelEnd = layout.levelOffsets[level + 1];
  const first = firstNodeAtLeast(layout, focus, layout.levelOffsets[level], levelEnd);
  const end = firstNodeAtLeast(layout, layout.tree.subtreeEnd[focus], first, levelEnd);
  const target = from + x / scale;
  // Boxes of no width share their start with what stands right of them, which is what is seen: the last one counts.
  const at = lastStartAtMost(layout, target, first, end);
  if (at < first) {
    return NO_NODE;
  }
  const node = layout.nodes[at];
  const reach = Math.max(layout.weight[node], MIN_BOX_WIDTH / scale);
  return target - startAt(layout, at) < reach ? node : NO_NODE;
}
