import { type BoxBuffers, createBoxBuffers } from '../layout/boxBuffers';
import { mapMarks } from '../layout/mapMarks';
import type { FlamePalette } from '../layout/palette';
import type { TreeLayout } from '../layout/treeLayout';
import { isSameViewport, type Viewport } from '../layout/viewport';
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
 * Draws maps of pictures into a canvas of any height: all rows, and upon them the hits of a search. In steps of less
 * than a millisecond or two: whoever takes them may rest between them, or leave the rest. The canvas changes with the
 * last one.
 */
export type DrawMap = (canvas: HTMLCanvasElement, picture: FlameMapPicture, ratio: number) => Generator<void>;

/** What a map shows without a search, and its pixels. */
interface MapGround {
  readonly picture: FlameMapPicture;
  readonly pixels: Uint32Array;
}

/**
 * What is under the hits is kept from one map to the next: while somebody types, only the hits change. Its colours are
 * those without a search: hits are marked, and what the map is for is to know the place again.
 */
export function createMapDrawing(): DrawMap {
  let ground: MapGround | undefined;
  return function* (canvas, picture, ratio) {
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
    if (ground?.pixels.length !== pixels.length || !isSameGround(ground.picture, picture)) {
      const drawn = new Uint32Array(pixels.length);
      yield* drawGround(drawn, image, picture, ratio);
      ground = { picture, pixels: drawn };
    }
    pixels.set(ground.pixels);
    if (look.highlight !== undefined) {
      const marks = yield* mapMarks(layout, viewport, look.highlight, image.width, image.height);
      yield;
      fillMarks(pixels, marks, image.width, Math.round(MARK * ratio), pixelColour(palette.narrowHit));
    }
    if (canvas.width !== image.width || canvas.height !== image.height) {
      canvas.width = image.width;
      canvas.height = image.height;
    }
    canvas.style.width = `${viewport.width}px`;
    canvas.style.height = `${height}px`;
    context.putImageData(image, 0, 0);
  };
}

/** Whether two maps differ at most in the hits of a search. */
export function isSameGround(a: FlameMapPicture, b: FlameMapPicture): boolean {
  return (
    a.layout === b.layout &&
    a.palette === b.palette &&
    a.height === b.height &&
    a.look.colourOf === b.look.colourOf &&
    a.look.sliverColourOf === b.look.sliverColourOf &&
    isSameViewport(a.viewport, b.viewport)
  );
}

/**
 * Where there are more rows than pixels, each pixel shows one of its rows, so that the work grows with pixels and not
 * with rows. A map is filled pixel by pixel: it has many boxes, and few pixels.
 */
function* drawGround(
  pixels: Uint32Array,
  { width, height }: { readonly width: number; readonly height: number },
  { layout, viewport, look, palette }: FlameMapPicture,
  ratio: number
): Generator<void> {
  const colourOf = pixelColours(palette);
  const boxes = createBoxBuffers();
  const bands = Math.min(viewport.rows, height);
  const plain = { colourOf: look.colourOf, sliverColourOf: look.sliverColourOf };
  for (let band = 0; band < bands; band++) {
    const row = Math.floor(((band + 0.5) * viewport.rows) / bands);
    const top = Math.round((band * height) / bands);
    const bottom = Math.round(((band + 1) * height) / bands);
    visibleBoxes(layout, viewport, row, row, plain, boxes);
    const line = pixels.subarray(top * width, (top + 1) * width);
    fillLine(line, boxes, ratio, colourOf);
    for (let y = top + 1; y < bottom; y++) {
      pixels.set(line, y * width);
    }
    yield;
  }
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
