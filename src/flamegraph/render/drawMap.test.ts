import { textProfile } from '../../profile/textProfile';
import { boxColours } from '../layout/boxColours';
import { highlightOf } from '../layout/highlight';
import { LIGHT_PALETTE } from '../layout/palette';
import { layoutTree } from '../layout/treeLayout';
import { viewportOf } from '../layout/viewport';
import { searchFunctions } from '../../profile/search';
import { createMapDrawing, type DrawMap, type FlameMapPicture } from './drawMap';
import { pixelColour } from './pixelColour';

test('a map shows every row, and a search upon them', () => {
  const tree = textProfile('main 100\n  parse 50\n  draw 50');
  const layout = layoutTree(tree);
  const colourOf = boxColours(tree, 'function');
  const [root, main, parse, draw] = [0, 1, 2, 3].map((node) => pixelColour(LIGHT_PALETTE.fills[colourOf(node)]));
  const base = { layout, viewport: viewportOf(layout, 0, 12), palette: LIGHT_PALETTE, height: 12 };

  const plain = mapOf({ ...base, look: { colourOf } });
  expect([at(plain, 0, 0), at(plain, 11, 3)]).toEqual([root, root]);
  expect([at(plain, 0, 4), at(plain, 11, 7)]).toEqual([main, main]);
  expect([at(plain, 5, 8), at(plain, 6, 11)]).toEqual([parse, draw]);

  const highlight = highlightOf(layout, searchFunctions(tree.functions, 'draw').flags);
  const marked = mapOf({ ...base, look: { colourOf, highlight } });
  const mark = pixelColour(LIGHT_PALETTE.narrowHit);
  expect([at(marked, 5, 9), at(marked, 6, 10), at(marked, 7, 11)]).toEqual([mark, mark, mark]);
  expect([at(marked, 4, 10), at(marked, 8, 10)]).toEqual([parse, draw]);
});

test('a map that is left in the middle changes nothing', () => {
  const tree = textProfile('main 100\n  parse 50\n  draw 50');
  const layout = layoutTree(tree);
  const canvas = fakeCanvas();
  const picture = { layout, viewport: viewportOf(layout, 0, 12), palette: LIGHT_PALETTE, height: 12 };
  const steps = createMapDrawing()(canvas.element, { ...picture, look: { colourOf: () => 0 } }, 1);
  steps.next();
  steps.next();
  expect(canvas.shown()).toBeUndefined();
});

test('while a search changes, what is under its hits is kept; for another focus or other colours it is not', () => {
  const tree = textProfile('main 100\n  parse 50\n  draw 50');
  const layout = layoutTree(tree);
  const drawMap = createMapDrawing();
  const picture = (focus: number, text: string, colourOf: (node: number) => number) => ({
    layout,
    viewport: viewportOf(layout, focus, 12),
    palette: LIGHT_PALETTE,
    height: 12,
    look: { colourOf, highlight: highlightOf(layout, searchFunctions(tree.functions, text).flags) },
  });
  const colourOf = jest.fn((node: number) => node);
  mapOf(picture(0, 'draw', colourOf), drawMap);
  colourOf.mockClear();
  const next = mapOf(picture(0, 'parse', colourOf), drawMap);
  expect(colourOf).not.toHaveBeenCalled();
  expect(next).toEqual(mapOf(picture(0, 'parse', colourOf)));
  for (const other of [picture(2, 'parse', colourOf), picture(2, 'parse', (node) => node + 5)]) {
    expect(mapOf(other, drawMap)).toEqual(mapOf(other));
  }
});

function mapOf(picture: FlameMapPicture, drawMap: DrawMap = createMapDrawing()): Uint32Array {
  const canvas = fakeCanvas();
  Array.from(drawMap(canvas.element, picture, 1));
  return canvas.shown() ?? new Uint32Array();
}

/** Of a map that is 12 pixels wide. */
function at(pixels: Uint32Array, x: number, y: number): number {
  return pixels[y * 12 + x];
}

function fakeCanvas() {
  let shown: Uint32Array | undefined;
  const context = {
    createImageData: (width: number, height: number) => ({
      width,
      height,
      data: new Uint8ClampedArray(4 * width * height),
    }),
    putImageData: ({ data }: ImageData) => {
      shown = new Uint32Array(data.buffer);
    },
  };
  const element = { width: 0, height: 0, style: {}, getContext: () => context } as unknown as HTMLCanvasElement;
  return { element, shown: () => shown };
}
