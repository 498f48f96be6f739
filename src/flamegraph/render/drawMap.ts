import { type BoxBuffers, createBoxBuffers } from '../layout/boxBuffers';
import { mapMarks } from '../layout/mapMarks';
import type { FlamePalette } from '../layout/palette';
import type { TreeLayout } from '../layout/treeLayout';
import type { Viewport } from '../layout/viewport';
import { type BoxLook, visibleBoxes } from '../layout/visibleBoxes';
import { lookOf } from './drawOrder';
import { fillOfLook } from './lookColours';
import { pixelColour } from './pixelColour';

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
 * Draws all rows of a picture into a canvas of any height, and upon them the hits of a search, in steps of less than a
 * millisecond for each row of pixels and one that is linear in hits: whoever takes the steps may rest between them, or
 * leave the rest. The canvas changes with the last one. Where there are more rows than pixels, each pixel shows one of
 * its rows, so that the work grows with pixels and not with rows. A map is filled pixel by pixel: it has many boxes, and
 * few pixels.
 */
export function* drawMap(canvas: HTMLCanvasElement, picture: FlameMapPicture, ratio: number): Generator<void> {
  const { layout, viewport, look, palette, height } = picture;
  const context = canvas.getContext('2d');
  if (context === null) {
    return;
  }
  const image = context.createImageData(
    Math.max(1, Math.round(viewport.width * ratio)),
    Math.max(1, Math.round(height * ratio))
  );
  const pixels = new Uint32Array(image.data.buffer);
  const colourOf = pixelColours(palette);
  const boxes = createBoxBuffers();
  const bands = Math.min(viewport.rows, image.height);
  // Colours are those without a search: its hits are marked, and what the map is for is to know the place again.
  const plain = { colourOf: look.colourOf, sliverColourOf: look.sliverColourOf };
  for (let band = 0; band < bands; band++) {
    const row = Math.floor(((band + 0.5) * viewport.rows) / bands);
    const top = Math.round((band * image.height) / bands);
    const bottom = Math.round(((band + 1) * image.height) / bands);
    visibleBoxes(layout, viewport, row, row, plain, boxes);
    const line = pixels.subarray(top * image.width, (top + 1) * image.width);
    fillLine(line, boxes, ratio, colourOf);
    for (let y = top + 1; y < bottom; y++) {
      pixels.set(line, y * image.width);
    }
    yield;
  }
  if (look.highlight !== undefined) {
    const marks = mapMarks(layout, viewport, look.highlight, image.width, image.height);
    yield;
    fillMarks(pixels, marks, image.width, Math.round(MARK * ratio), pixelColour(palette.narrowHit));
  }
  canvas.width = image.width;
  canvas.height = image.height;
  canvas.style.width = `${viewport.width}px`;
  canvas.style.height = `${height}px`;
  context.putImageData(image, 0, 0);
}

function fillLine(line: Uint32Array, boxes: BoxBuffers, ratio: number, colourOf: (look: number) => number) {
  for (let at = 0; at < boxes.count; at++) {
    const left = Math.round(boxes.x[at] * ratio);
    const right = Math.round((boxes.x[at] + boxes.width[at]) * ratio);
    line.fill(colourOf(lookOf(boxes, at)), left, Math.max(left + 1, right));
  }
}

/** Squares with the marked pixels in their middles. */
function fillMarks(pixels: Uint32Array, marks: Uint8Array, width: number, size: number, colour: number) {
  const height = marks.length / width;
  const before = size >> 1;
  for (let at = marks.indexOf(1); at >= 0; at = marks.indexOf(1, at + 1)) {
    const x = (at % width) - before;
    const y = Math.floor(at / width) - before;
    const bottom = Math.min(height, y + size);
    for (let row = Math.max(0, y); row < bottom; row++) {
      pixels.fill(colour, row * width + Math.max(0, x), row * width + Math.min(width, x + size));
    }
  }
}

/** Look -> what a pixel of it holds; each colour is read once. */
function pixelColours(palette: FlamePalette): (look: number) => number {
  const known = new Map<number, number>();
  return (look) => {
    let colour = known.get(look);
    if (colour === undefined) {
      colour = pixelColour(fillOfLook(look, palette));
      known.set(look, colour);
    }
    return colour;
  };
}
