import { pixelColour } from './pixelColour';

/** Where a row of boxes stands on the canvas, in device pixels. */
export interface RowPlace {
  readonly y: number;
  readonly height: number;
}

/**
 * Boxes one row of pixels high, to be stretched to their height by the browser. A crowded picture has tens of thousands
 * of boxes that are a few pixels wide: written into memory they need no call to the canvas each.
 */
export interface PixelRows {
  /** Forgets all boxes. `width` in device pixels. */
  begin(width: number, firstRow: number, rows: number): void;
  /** A box of a solid colour, in device pixels; what is outside of the width is left out. */
  fill(row: number, x: number, width: number, css: string): void;
  /** Puts all rows that were filled on a canvas, over what is there. */
  drawOn(context: CanvasRenderingContext2D, placeOf: (row: number) => RowPlace): void;
}

/** Undefined where the browser gives no second canvas. */
export function createPixelRows(): PixelRows | undefined {
  const canvas = document.createElement('canvas');
  const own = canvas.getContext('2d');
  if (own === null) {
    return undefined;
  }
  let image: ImageData | undefined;
  let pixels = new Uint32Array();
  let first = 0;
  let isFilled = new Uint8Array();
  let last = { css: '', pixel: 0 };

  return {
    begin(width, firstRow, rows) {
      first = firstRow;
      isFilled = new Uint8Array(rows);
      if (image === undefined || image.width !== width || image.height !== rows) {
        canvas.width = width;
        canvas.height = rows;
        image = own.createImageData(width, rows);
        pixels = new Uint32Array(image.data.buffer);
      } else {
        pixels.fill(0);
      }
    },
    fill(row, x, width, css) {
      if (image === undefined) {
        return;
      }
      // Boxes come colour by colour.
      last = last.css === css ? last : { css, pixel: pixelColour(css) };
      const line = (row - first) * image.width;
      pixels.fill(last.pixel, line + Math.max(0, x), line + Math.min(image.width, x + width));
      isFilled[row - first] = 1;
    },
    drawOn(context, placeOf) {
      if (image === undefined) {
        return;
      }
      own.putImageData(image, 0, 0);
      context.imageSmoothingEnabled = false;
      for (let at = isFilled.indexOf(1); at >= 0; at = isFilled.indexOf(1, at + 1)) {
        const { y, height } = placeOf(first + at);
        context.drawImage(canvas, 0, at, image.width, 1, 0, y, image.width, height);
      }
    },
  };
}
