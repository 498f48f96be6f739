import type { FunctionIndex, NodeIndex } from '../../profile/callTree';
import { type BoxBuffers, BoxFlag, pushBox } from './boxBuffers';
import { hasHit, type Highlight } from './highlight';
import { firstNodeAtLeast, gallopToStart } from './levelSearch';
import { includesSorted } from './sortedColumn';
import { type LevelPosition, startAt, type TreeLayout } from './treeLayout';
import { levelOfRow, pixelsPerUnit, type Viewport } from './viewport';

/** CSS pixels below which a box is not drawn on its own. */
export const MIN_BOX_WIDTH = 1;

/** CSS pixels after which a coloured sliver ends: each is to say something of its own place. */
const COLOURED_SLIVER = 4;

export interface BoxLook {
  /** Index into a palette for a node. Called once for each drawn box that is no sliver. */
  readonly colourOf: (node: NodeIndex) => number;
  /** The same for a run of narrow boxes (LevelPositions, both included). Absent: such runs have no colour. */
  readonly sliverColourOf?: (first: LevelPosition, last: LevelPosition) => number;
  readonly highlight?: Highlight;
  /** The function whose boxes are marked. */
  readonly chosen?: FunctionIndex;
}

/**
 * Fills `boxes` with what the rows `firstRow` to `lastRow` (both included) show.
 *
 * Each node of the focus's subtree at least `MIN_BOX_WIDTH` wide is one box. Of narrower ones, each stands for the
 * pixel that begins at its start, and touching pixels become one sliver: it ends a pixel after its last node starts, or
 * where a wide box begins. So nothing that has a width is invisible.
 *
 * The work is that of a search by halving a row, and one doubling search for each box and each pixel of sliver: it does
 * not grow with the number of nodes.
 */
export function visibleBoxes(
  layout: TreeLayout,
  viewport: Viewport,
  firstRow: number,
  lastRow: number,
  look: BoxLook,
  boxes: BoxBuffers
): void {
  boxes.count = 0;
  addRows(layout, viewport, firstRow, lastRow, look, boxes);
}

/** The same, after the boxes that are there already. */
export function addRows(
  layout: TreeLayout,
  viewport: Viewport,
  firstRow: number,
  lastRow: number,
  look: BoxLook,
  boxes: BoxBuffers
): void {
  if (pixelsPerUnit(viewport) === 0) {
    return;
  }
  const first = Math.max(0, firstRow);
  const last = Math.min(viewport.rows - 1, lastRow);
  for (let row = first; row <= last; row++) {
    const level = levelOfRow(viewport, row);
    if (level < viewport.focusLevel) {
      pushAncestor(layout, viewport, level, row, look, boxes);
    } else {
      pushLevel(layout, viewport, level, row, look, boxes);
    }
  }
}

/** The focus's ancestor of a level: the last node there that does not come after the focus. */
export function ancestorAtLevel(layout: TreeLayout, focus: NodeIndex, level: number): NodeIndex {
  const from = layout.levelOffsets[level];
  return layout.nodes[firstNodeAtLeast(layout, focus + 1, from, layout.levelOffsets[level + 1]) - 1];
}

function pushAncestor(
  layout: TreeLayout,
  viewport: Viewport,
  level: number,
  row: number,
  look: BoxLook,
  boxes: BoxBuffers
) {
  const node = ancestorAtLevel(layout, viewport.focus, level);
  const flags = BoxFlag.ancestor | nodeFlags(layout, node, look);
  pushBox(boxes, 0, viewport.width, row, node, look.colourOf(node), flags);
}

function pushLevel(
  layout: TreeLayout,
  viewport: Viewport,
  level: number,
  row: number,
  look: BoxLook,
  boxes: BoxBuffers
) {
  const { nodes, weight } = layout;
  const { from, to, width, focus } = viewport;
  const scale = pixelsPerUnit(viewport);
  const narrow = MIN_BOX_WIDTH / scale;
  const levelEnd = layout.levelOffsets[level + 1];
  const subtreeFirst = firstNodeAtLeast(layout, focus, layout.levelOffsets[level], levelEnd);
  const end = firstNodeAtLeast(layout, layout.tree.subtreeEnd[focus], subtreeFirst, levelEnd);
  // The box before the first one that starts in view may reach into it.
  let at: LevelPosition = Math.max(subtreeFirst, gallopToStart(layout, from, subtreeFirst, end) - 1);
  while (at < end) {
    const start = startAt(layout, at);
    if (start >= to) {
      break;
    }
    if (isNarrow(layout, at, end, narrow)) {
      at = pushSliver(layout, viewport, at, end, row, look, boxes);
      continue;
    }
    const node = nodes[at++];
    const left = (start - from) * scale;
    const right = left + weight[node] * scale;
    if (right > 0) {
      const x = Math.max(0, left);
      const flags = nodeFlags(layout, node, look);
      pushBox(boxes, x, Math.min(width, right) - x, row, node, look.colourOf(node), flags);
    }
  }
}

/** Whether a box is narrower than `narrow` tree units. The next box's start often tells, and lies nearer in memory. */
function isNarrow(layout: TreeLayout, at: LevelPosition, end: LevelPosition, narrow: number): boolean {
  const isCrowded = at + 1 < end && startAt(layout, at + 1) - startAt(layout, at) < narrow;
  return isCrowded || layout.weight[layout.nodes[at]] < narrow;
}

/** Draws the run of narrow boxes that begins at `first`, and returns the position after it. */
function pushSliver(
  layout: TreeLayout,
  viewport: Viewport,
  first: LevelPosition,
  end: LevelPosition,
  row: number,
  look: BoxLook,
  boxes: BoxBuffers
): LevelPosition {
  const scale = pixelsPerUnit(viewport);
  const narrow = MIN_BOX_WIDTH / scale;
  const runStart = startAt(layout, first);
  let last = first;
  let runEnd = runStart + narrow;
  const { sliverColourOf } = look;
  const limit = Math.min(viewport.to, sliverColourOf === undefined ? Infinity : runStart + COLOURED_SLIVER * narrow);
  while (runEnd < limit + narrow) {
    // All but the last of the boxes that start before `runEnd` also end before it: they are narrow and need no look.
    const next = gallopToStart(layout, runEnd, last, end) - 1;
    if (next === last) {
      break;
    }
    if (!isNarrow(layout, next, end, narrow)) {
      runEnd = startAt(layout, next);
      last = next - 1;
      break;
    }
    last = next;
    runEnd = startAt(layout, last) + narrow;
  }
  if (last + 1 < end) {
    // A run that was cut for its length ends where the next begins.
    runEnd = Math.min(runEnd, startAt(layout, last + 1));
  }
  const x = Math.max(0, (runStart - viewport.from) * scale);
  const right = Math.min(viewport.width, (runEnd - viewport.from) * scale);
  if (right > x) {
    const { highlight } = look;
    const found = highlight && (hasHit(highlight, first, last) ? BoxFlag.hit : BoxFlag.miss);
    const colour = sliverColourOf?.(first, last) ?? 0;
    const flags = BoxFlag.sliver | (found ?? 0) | (sliverColourOf === undefined ? 0 : BoxFlag.coloured);
    pushBox(boxes, x, right - x, row, layout.nodes[first], colour, flags);
  }
  return last + 1;
}

function nodeFlags(layout: TreeLayout, node: NodeIndex, { highlight, chosen }: BoxLook): number {
  const { func, truncated } = layout.tree;
  let flags = truncated !== undefined && includesSorted(truncated, node) ? BoxFlag.truncated : 0;
  if (highlight !== undefined) {
    flags |= highlight.functions[func[node]] === 1 ? BoxFlag.hit : BoxFlag.miss;
  }
  if (func[node] === chosen) {
    flags |= BoxFlag.chosen;
  }
  return flags;
}
