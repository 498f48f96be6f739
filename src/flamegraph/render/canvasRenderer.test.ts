import { cssPixels } from '../../base/units';
import { type BoxBuffers, BoxFlag, createBoxBuffers, pushBox } from '../layout/boxBuffers';
import { LIGHT_PALETTE as palette } from '../layout/palette';
import { createCanvasRenderer } from './canvasRenderer';

/** A canvas that writes down what is drawn on it; every letter is 7 pixels wide. */
function recordingCanvas() {
  const rects: Array<{ fill: unknown; x: number; y: number; width: number; height: number }> = [];
  const texts: Array<{ text: string; x: number; y: number; fill: unknown }> = [];
  const context = {
    fillStyle: '' as unknown,
    scale: 1,
    setTransform(scale: number) {
      context.scale = scale;
    },
    clearRect: () => rects.splice(0).concat(texts.splice(0) as never[]),
    fillRect: (x: number, y: number, width: number, height: number) =>
      rects.push({ fill: context.fillStyle, x, y, width, height }),
    fillText: (text: string, x: number, y: number) => texts.push({ text, x, y, fill: context.fillStyle }),
    measureText: (text: string) => ({ width: text.length * 7 }),
  };
  const canvas = { width: 0, height: 0, style: {}, getContext: () => context };
  return { canvas: canvas as unknown as HTMLCanvasElement, context, rects, texts };
}

function drawn(
  fill: (boxes: BoxBuffers) => void,
  { ratio = 1, top = 0, align }: { ratio?: number; top?: number; align?: 'right' } = {}
) {
  const recording = recordingCanvas();
  const renderer = createCanvasRenderer(recording.canvas, { family: 'monospace', size: cssPixels(12) });
  const boxes = createBoxBuffers();
  fill(boxes);
  renderer.resize(cssPixels(200), cssPixels(60), ratio);
  renderer.draw({
    boxes,
    palette,
    labels: { forms: () => ['net/http.serve', 'serve'], full: () => 'net/http.serve', value: () => '3 s' },
    rowHeight: cssPixels(20),
    top: cssPixels(top),
    align,
  });
  return recording;
}

test('boxes stand on whole device pixels, with a gap at their right and below', () => {
  const { rects } = drawn((boxes) => {
    pushBox(boxes, 0, 100.4, 0, 0, 1, 0);
    pushBox(boxes, 100.4, 50, 0, 0, 1, 0);
    pushBox(boxes, 10.6, 2, 1, 0, 1, 0);
  });
  expect(rects.map(({ x, y, width, height }) => [x, y, width, height])).toEqual([
    [0, 0, 99, 19],
    [100, 0, 49, 19],
    [11, 20, 2, 19],
  ]);
});

test('on a dense screen there are more pixels and the same picture', () => {
  const { canvas, rects, context } = drawn((boxes) => pushBox(boxes, 10, 100, 1, 0, 1, 0), { ratio: 2, top: -20 });
  expect([canvas.width, canvas.height, canvas.style.width]).toEqual([400, 120, '200px']);
  expect(rects).toMatchObject([{ x: 20, y: 0, width: 198, height: 38 }]);
  expect(context.scale).toBe(2);
});

test('a label is as long as its box allows, with the value where that fits too, and none on narrow boxes', () => {
  const { texts } = drawn((boxes) => {
    pushBox(boxes, 0, 160, 0, 0, 1, 0);
    pushBox(boxes, 0, 120, 1, 0, 1, 0);
    pushBox(boxes, 0, 60, 2, 0, 1, 0);
    pushBox(boxes, 0, 36, 3, 0, 1, 0);
    pushBox(boxes, 0, 29, 4, 0, 1, 0);
  });
  expect(texts.map(({ text }) => text)).toEqual(['net/http.serve (3 s)', 'net/http.serve', 'serve', 'ser…']);
  expect(texts[1]).toMatchObject({ x: 4, y: 30, fill: palette.text });
});

test('each kind of box has its fill, and slivers are drawn last so that nothing hides them', () => {
  const { rects } = drawn((boxes) => {
    pushBox(boxes, 0, 1, 0, 0, 0, BoxFlag.sliver);
    pushBox(boxes, 1, 1, 0, 0, 0, BoxFlag.sliver | BoxFlag.hit);
    pushBox(boxes, 2, 3, 0, 0, 5, BoxFlag.hit);
    pushBox(boxes, 5, 20, 0, 0, 5, BoxFlag.hit);
    pushBox(boxes, 25, 20, 0, 0, 5, BoxFlag.miss);
    pushBox(boxes, 0, 200, 1, 0, 5, BoxFlag.ancestor);
    pushBox(boxes, 0, 200, 2, 0, 5, BoxFlag.ancestor | BoxFlag.hit);
    pushBox(boxes, 45, 20, 0, 0, 7, 0);
  });
  expect(rects.map(({ x, y, fill }) => [x, y, fill])).toEqual([
    [45, 0, palette.fills[7]],
    [5, 0, palette.fills[5]],
    [0, 40, palette.fills[5]],
    [25, 0, palette.missFill],
    [0, 20, palette.missFill],
    [1, 0, palette.narrowHit],
    [2, 0, palette.narrowHit],
    [0, 0, palette.sliver],
  ]);
});

test('labels stand at the right side of their boxes where that is wanted', () => {
  const { texts } = drawn(
    (boxes) => {
      pushBox(boxes, 0, 160, 0, 0, 1, 0);
      pushBox(boxes, 10, 60, 1, 0, 1, 0);
    },
    { align: 'right' }
  );
  expect(texts.map(({ text, x }) => [text, x + text.length * 7])).toEqual([
    ['net/http.serve (3 s)', 156],
    ['serve', 66],
  ]);
});

test('boxes of the chosen function have a line at their lower edge, wherever there is room for one', () => {
  const { rects } = drawn((boxes) => {
    pushBox(boxes, 0, 100, 0, 0, 1, BoxFlag.chosen);
    pushBox(boxes, 100, 40, 0, 0, 1, BoxFlag.chosen | BoxFlag.miss);
    pushBox(boxes, 150, 2, 0, 0, 1, BoxFlag.chosen);
  });
  expect(rects.filter(({ height }) => height === 2)).toEqual([
    { fill: palette.text, x: 0, y: 17, width: 99, height: 2 },
    { fill: palette.missText, x: 100, y: 17, width: 39, height: 2 },
  ]);
});

test('a disposed canvas holds no pixels', () => {
  const { canvas } = recordingCanvas();
  const renderer = createCanvasRenderer(canvas, { family: 'monospace', size: cssPixels(12) });
  canvas.width = 4000;
  renderer.dispose();
  expect(canvas.width * canvas.height).toBe(0);
});
