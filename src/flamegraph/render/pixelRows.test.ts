import { cssPixels } from '../../base/units';
import { type BoxBuffers, BoxFlag, createBoxBuffers, pushBox } from '../layout/boxBuffers';
import { LIGHT_PALETTE as palette } from '../layout/palette';
import { createCanvasRenderer } from './canvasRenderer';
import { pixelColour } from './pixelColour';

let pixels = new Uint32Array();
let pixelsAcross = 0;

/** A second canvas that keeps what is put on it. */
beforeAll(() => {
  const context = {
    createImageData: (width: number, height: number) => ({
      width,
      height,
      data: new Uint8ClampedArray(4 * width * height),
    }),
    putImageData: ({ width, data }: ImageData) => {
      pixelsAcross = width;
      pixels = new Uint32Array(data.buffer.slice(0));
    },
  };
  Object.assign(globalThis, { document: { createElement: () => ({ getContext: () => context }) } });
});

afterAll(() => {
  Reflect.deleteProperty(globalThis, 'document');
});

/** Six hundred pairs of narrow boxes in each of rows 3 and 4, the picture scrolled down by three rows. */
function crowded(boxes: BoxBuffers) {
  for (const row of [3, 4]) {
    for (let x = 0; x < 1200; x += 2) {
      pushBox(boxes, x, 1, row, 0, row, 0);
      pushBox(boxes, x + 1, 1, row, 0, 0, x === 400 ? BoxFlag.sliver | BoxFlag.hit : BoxFlag.sliver);
    }
  }
  pushBox(boxes, 1200, 1, 4, 0, 0, BoxFlag.sliver);
  pushBox(boxes, 0, 1200, 5, 0, 7, 0);
}

test('where boxes are many and narrow, a row of them is pixels that are stretched to its height', () => {
  const rects: number[][] = [];
  const stretched: number[][] = [];
  const context = {
    setTransform: () => undefined,
    clearRect: () => undefined,
    fillText: () => undefined,
    measureText: (text: string) => ({ width: text.length * 7 }),
    fillRect: (...rect: number[]) => rects.push(rect),
    drawImage: (_from: unknown, ...places: number[]) => stretched.push(places),
  };
  const canvas = { width: 0, height: 0, style: {}, getContext: () => context } as unknown as HTMLCanvasElement;
  const renderer = createCanvasRenderer(canvas, { family: 'monospace', size: cssPixels(12) });
  const boxes = createBoxBuffers();
  const draw = () =>
    renderer.draw({
      boxes,
      palette,
      labels: { forms: () => ['f'], full: () => 'f', value: () => '1' },
      rowHeight: cssPixels(20),
      top: cssPixels(-60),
    });
  crowded(boxes);
  renderer.resize(cssPixels(1200), cssPixels(60), 1);
  draw();
  expect(rects).toEqual([[0, 40, 1199, 19]]);
  expect(stretched).toEqual([
    [0, 0, 1200, 1, 0, 0, 1200, 19],
    [0, 1, 1200, 1, 0, 20, 1200, 19],
  ]);
  const colours = [palette.fills[3], palette.sliver, palette.narrowHit, palette.fills[4]].map(pixelColour);
  const at = (x: number, row: number) => colours.indexOf(pixels[row * pixelsAcross + x]);
  expect([at(0, 0), at(1, 0), at(401, 0), at(1199, 0)]).toEqual([0, 1, 2, 1]);
  // What begins past the right edge is not seen at the left one of the next row.
  expect([at(0, 1), at(1199, 1), pixels[2 * pixelsAcross]]).toEqual([3, 1, 0]);

  // The next picture holds nothing of the one before.
  boxes.count = 0;
  for (let x = 0; x < 1100; x++) {
    pushBox(boxes, x, 1, 3, 0, 0, BoxFlag.sliver);
  }
  pushBox(boxes, 0, 1, 5, 0, 0, BoxFlag.sliver);
  draw();
  expect([at(0, 0), pixels[1150], pixels[pixelsAcross]]).toEqual([1, 0, 0]);
});
