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
  const { levelOffsets, tree } = layout;
  const { positions } = highlight;
  const { focus, focusLevel, topLevel, rows } = viewport;
  let left = HITS_IN_STEP;
  for (let level = Math.max(focusLevel, topLevel); level < rows + topLevel; level++) {
    const first = firstNodeAtLeast(layout, focus, levelOffsets[level], levelOffsets[level + 1]);
    const end = firstNodeAtLeast(layout, tree.subtreeEnd[focus], first, levelOffsets[level + 1]);
    const y = Math.min(height - 1, Math.floor(((rowOfLevel(viewport, level) + 0.5) * height) / rows));
    const line = marks.subarray(y * width, (y + 1) * width);
    const lastHit = lowerBound(positions, end);
    for (let hit = lowerBound(positions, first); hit < lastHit;) {
      const until = Math.min(lastHit, hit + left);
      markLine(line, layout, viewport, positions.subarray(hit, until));
      left -= until - hit;
      hit = until;
      if (left === 0) {
        yield;
        left = HITS_IN_STEP;
      }
    }
  }
  return marks;
}

/** A function of its own: browsers make the code of generators less fast. */
function markLine(line: Uint8Array, layout: TreeLayout, viewport: Viewport, hits: Uint32Array): void {
  const { nodes, weight } = layout;
  const { from } = viewport;
  const scale = (pixelsPerUnit(viewport) * line.length) / viewport.width;
  for (let at = 0; at < hits.length; at++) {
    // Starts are rounded down to the grid of places: what begins on a pixel must not land on the one before.
    const x = Math.floor((startAt(layout, hits[at]) - from) * scale + 1e-6);
    // A hit of no width may stand at the very end.
    if (weight[nodes[hits[at]]] > 0 && x >= 0 && x < line.length) {
      line[x] = 1;
    }
  }
}
