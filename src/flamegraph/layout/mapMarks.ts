import type { Highlight } from './highlight';
import { firstNodeAtLeast } from './levelSearch';
import { lowerBound } from './sortedColumn';
import { startAt, type TreeLayout } from './treeLayout';
import { pixelsPerUnit, rowOfLevel, type Viewport } from './viewport';

/** Hits that are marked in one step: about two milliseconds on a slow machine. */
const HITS_IN_STEP = 10_000;

/**
 * Where a search's hits are in a map of a viewport `width` by `height` pixels: pixel y * width + x is 1 where the left
 * edge of one is. Linear in hits, in steps between which the page may have a turn.
 */
export function* mapMarks(
  layout: TreeLayout,
  viewport: Viewport,
  highlight: Highlight,
  width: number,
  height: number
): Generator<void, Uint8Array> {
  const marks = new Uint8Array(width * height);
  const { levelOffsets, nodes, tree } = layout;
  const { positions } = highlight;
  const { focus, focusLevel, from, topLevel, rows } = viewport;
  const scale = (pixelsPerUnit(viewport) * width) / viewport.width;
  let hits = 0;
  for (let level = Math.max(focusLevel, topLevel); level < rows + topLevel; level++) {
    const first = firstNodeAtLeast(layout, focus, levelOffsets[level], levelOffsets[level + 1]);
    const end = firstNodeAtLeast(layout, tree.subtreeEnd[focus], first, levelOffsets[level + 1]);
    const y = Math.min(height - 1, Math.floor(((rowOfLevel(viewport, level) + 0.5) * height) / rows));
    for (let at = lowerBound(positions, first); at < positions.length && positions[at] < end; at++) {
      if (++hits % HITS_IN_STEP === 0) {
        yield;
      }
      // Starts are rounded down to the grid of places: what begins on a pixel must not land on the one before.
      const x = Math.floor((startAt(layout, positions[at]) - from) * scale + 1e-6);
      // A hit of no width may stand at the very end.
      if (layout.weight[nodes[positions[at]]] > 0 && x >= 0 && x < width) {
        marks[y * width + x] = 1;
      }
    }
  }
  return marks;
}
