import { createBoxBuffers } from '../layout/boxBuffers';
import { mapMarks } from '../layout/mapMarks';
import type { FlamePalette } from '../layout/palette';
import type { TreeLayout } from '../layout/treeLayout';
import type { Viewport } from '../layout/viewport';
import { type BoxLook, visibleBoxes } from '../layout/visibleBoxes';
import { lookOf } from './drawOrder';
import { fillOfLook } from './lookColours';

export interface FlameMapPicture {
  readonly layout: TreeLayout;
  /** The whole width of the focus, as wide as the map. */
  readonly viewport: Viewport;
  readonly look: BoxLook;
  readonly palette: FlamePalette;
  /** CSS pixels. */
  readonly height: number;
}

/** CSS pixels across and down: a hit must be found in a map that is small. */
const MARK = 3;

/**
 * Draws all rows of a picture into a canvas of any height, and upon them the hits of a search. Where there are more rows
 * than pixels, each pixel shows one of its rows, so that the work grows with pixels and not with rows.
 */
export function drawMap(canvas: HTMLCanvasElement, picture: FlameMapPicture, ratio: number): void {
  const { layout, viewport, look, palette, height } = picture;
  const context = canvas.getContext('2d');
  if (context === null) {
    return;
  }
  canvas.width = Math.max(1, Math.round(viewport.width * ratio));
  canvas.height = Math.max(1, Math.round(height * ratio));
  canvas.style.width = `${viewport.width}px`;
  canvas.style.height = `${height}px`;
  const boxes = createBoxBuffers();
  const bands = Math.min(viewport.rows, canvas.height);
  // Colours are those without a search: its hits are marked, and what the map is for is to know the place again.
  const plain = { colourOf: look.colourOf };
  for (let band = 0; band < bands; band++) {
    const row = Math.floor(((band + 0.5) * viewport.rows) / bands);
    const top = Math.round((band * canvas.height) / bands);
    const bottom = Math.round(((band + 1) * canvas.height) / bands);
    visibleBoxes(layout, viewport, row, row, plain, boxes);
    for (let at = 0; at < boxes.count; at++) {
      const left = Math.round(boxes.x[at] * ratio);
      const right = Math.round((boxes.x[at] + boxes.width[at]) * ratio);
      context.fillStyle = fillOfLook(lookOf(boxes, at), palette);
      context.fillRect(left, top, Math.max(1, right - left), bottom - top);
    }
  }
  if (look.highlight !== undefined) {
    drawMarks(context, picture, ratio);
  }
}

function drawMarks(context: CanvasRenderingContext2D, picture: FlameMapPicture, ratio: number) {
  const { layout, viewport, look, palette } = picture;
  const { width, height } = context.canvas;
  if (look.highlight === undefined) {
    return;
  }
  const marks = mapMarks(layout, viewport, look.highlight, width, height);
  const size = Math.round(MARK * ratio);
  context.fillStyle = palette.narrowHit;
  for (let at = marks.indexOf(1); at >= 0; at = marks.indexOf(1, at + 1)) {
    context.fillRect((at % width) - (size >> 1), Math.floor(at / width) - (size >> 1), size, size);
  }
}
