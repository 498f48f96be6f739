import type { NodeIndex } from '../../profile/callTree';
import { levelOf, startOf, type TreeLayout } from './treeLayout';
import { pixelsPerUnit, rowOfLevel, type Viewport } from './viewport';
import { MIN_BOX_WIDTH } from './visibleBoxes';

/** Where a box is: CSS pixels from the picture's left edge, clipped to it; rows from the top of the whole picture. */
export interface NodeRect {
  readonly x: number;
  readonly width: number;
  readonly row: number;
}

/** The box of a node, at least a pixel wide; undefined if the node is not in the picture or beside what is seen. */
export function nodeRect(layout: TreeLayout, viewport: Viewport, node: NodeIndex): NodeRect | undefined {
  const level = levelOf(layout, node);
  const row = rowOfLevel(viewport, level);
  const { subtreeEnd } = layout.tree;
  if (level < viewport.topLevel) {
    return undefined;
  }
  if (level < viewport.focusLevel) {
    const isAncestor = node <= viewport.focus && viewport.focus < subtreeEnd[node];
    return isAncestor ? { x: 0, width: viewport.width, row } : undefined;
  }
  if (node < viewport.focus || node >= subtreeEnd[viewport.focus]) {
    return undefined;
  }
  const scale = pixelsPerUnit(viewport);
  const left = (startOf(layout, node, level) - viewport.from) * scale;
  const right = left + Math.max(layout.weight[node] * scale, MIN_BOX_WIDTH);
  if (right <= 0 || left > viewport.width + MIN_BOX_WIDTH) {
    return undefined;
  }
  const x = Math.max(0, Math.min(left, viewport.width - MIN_BOX_WIDTH));
  return { x, width: Math.max(MIN_BOX_WIDTH, Math.min(right, viewport.width) - x), row };
}
