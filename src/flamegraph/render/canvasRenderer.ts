import { BoxFlag } from '../layout/boxBuffers';
import type { MeasureText } from '../layout/fitLabel';
import type { FlamePalette } from '../layout/palette';
import { boxRect, rowRect } from './boxRect';
import { type DrawOrder, drawOrder, FIRST_COLOUR } from './drawOrder';
import { fillPattern } from './fillPattern';
import { fillOfLook, markOfLook, textOfLook } from './lookColours';
import { createPixelRows, type PixelRows } from './pixelRows';
import { placeLabels } from './placeLabels';
import type { CreateFlameRenderer, FlameScene } from './renderer';
import { createTextMeasure } from './textMeasure';

/** CSS pixels: the line that marks boxes of the chosen function, and the narrowest box that has room for it. */
export const CHOSEN_LINE = 2;
export const MIN_CHOSEN_WIDTH = 3;

/** Device pixels: boxes that are narrower are written as pixels, where there are as many of them as this. */
const MIN_RECT_WIDTH = 12;
const MANY_NARROW = 1000;

/** Draws on a 2D canvas that is as large as what can be seen. */
export const createCanvasRenderer: CreateFlameRenderer = (canvas, font) => {
  const context = canvas.getContext('2d');
  if (context === null) {
    throw new Error('This browser gives no 2D canvas.');
  }
  const cssFont = `${font.size}px ${font.family}`;
  let width = 0;
  let height = 0;
  let ratio = 1;
  let measure: MeasureText | undefined;
  let measuredM = 0;
  let pixelRows: PixelRows | undefined;
  let patterns: { readonly palette: FlamePalette; readonly byLook: Map<number, CanvasPattern | null> } | undefined;

  /** Whether the canvas is empty now: setting a size empties it, so that happens only when a picture follows at once. */
  function applySize(): boolean {
    const deviceWidth = Math.max(1, Math.round(width * ratio));
    const deviceHeight = Math.max(1, Math.round(height * ratio));
    if (canvas.width === deviceWidth && canvas.height === deviceHeight) {
      return false;
    }
    canvas.width = deviceWidth;
    canvas.height = deviceHeight;
    canvas.style.width = `${deviceWidth / ratio}px`;
    canvas.style.height = `${deviceHeight / ratio}px`;
    return true;
  }

  function fillStyle(look: number, palette: FlamePalette): string | CanvasPattern {
    const fill = fillOfLook(look, palette);
    const mark = markOfLook(look, palette);
    if (mark === undefined) {
      return fill;
    }
    if (patterns?.palette !== palette) {
      patterns = { palette, byLook: new Map() };
    }
    let pattern = patterns.byLook.get(look);
    if (pattern === undefined) {
      pattern = fillPattern(fill, mark);
      patterns.byLook.set(look, pattern);
    }
    return pattern ?? fill;
  }

  /** For pictures that are so crowded that they are worth it. */
  function pixelRowsFor({ boxes }: FlameScene): PixelRows | undefined {
    let narrow = 0;
    let firstRow = Infinity;
    let lastRow = 0;
    for (let at = 0; at < boxes.count; at++) {
      narrow += boxes.width[at] * ratio < MIN_RECT_WIDTH ? 1 : 0;
      firstRow = Math.min(firstRow, boxes.row[at]);
      lastRow = Math.max(lastRow, boxes.row[at]);
    }
    if (narrow < MANY_NARROW) {
      return undefined;
    }
    pixelRows ??= createPixelRows();
    pixelRows?.begin(canvas.width, firstRow, lastRow - firstRow + 1);
    return pixelRows;
  }

  return {
    resize(newWidth, newHeight, devicePixelRatio) {
      width = newWidth;
      height = newHeight;
      ratio = devicePixelRatio;
    },
    draw(scene) {
      if (!applySize()) {
        context.setTransform(1, 0, 0, 1, 0, 0);
        context.clearRect(0, 0, canvas.width, canvas.height);
      }
      const sorted = drawOrder(scene.boxes, scene.palette);
      drawBoxes(context, scene, sorted, ratio, pixelRowsFor(scene), (look) => fillStyle(look, scene.palette));
      drawChosen(context, scene, ratio);
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.font = cssFont;
      context.textBaseline = 'middle';
      context.direction = 'ltr';
      // The font may have arrived since the last picture, and with it other widths.
      const widthOfM = context.measureText('M').width;
      if (measure === undefined || widthOfM !== measuredM) {
        measure = createTextMeasure(context);
        measuredM = widthOfM;
      }
      let lastLook = -1;
      placeLabels(scene, sorted, measure, (text, x, y, look) => {
        if (look !== lastLook) {
          context.fillStyle = textOfLook(look, scene.palette);
          lastLook = look;
        }
        context.fillText(text, x, y);
      });
    },
    dispose() {
      // A canvas of no size gives its memory back at once instead of when it is collected.
      canvas.width = 0;
      canvas.height = 0;
    },
  };
};

function drawBoxes(
  context: CanvasRenderingContext2D,
  scene: FlameScene,
  { order, first }: DrawOrder,
  ratio: number,
  pixelRows: PixelRows | undefined,
  fillStyle: (look: number) => string | CanvasPattern
) {
  const { row } = scene.boxes;
  const rect = { x: 0, y: 0, width: 0, height: 0 };
  for (let look = first.length - 2; look >= 0; look--) {
    if (first[look] === first[look + 1]) {
      continue;
    }
    const fill = fillStyle(look);
    const narrow = typeof fill === 'string' ? pixelRows : undefined;
    context.fillStyle = fill;
    for (let index = first[look]; index < first[look + 1]; index++) {
      const at = order[index];
      boxRect(scene, at, look, ratio, rect);
      if (narrow !== undefined && typeof fill === 'string' && rect.width < MIN_RECT_WIDTH) {
        narrow.fill(row[at], rect.x, rect.width, fill);
      } else {
        context.fillRect(rect.x, rect.y, rect.width, rect.height);
      }
    }
  }
  pixelRows?.drawOn(context, (at) => {
    rowRect(scene, at, ratio, rect);
    return rect;
  });
}

/** A line along the lower edge: it hides neither the box's colour nor its name. */
function drawChosen(context: CanvasRenderingContext2D, scene: FlameScene, ratio: number) {
  const { boxes, palette } = scene;
  const rect = { x: 0, y: 0, width: 0, height: 0 };
  const line = Math.round(CHOSEN_LINE * ratio);
  for (let at = 0; at < boxes.count; at++) {
    if ((boxes.flags[at] & BoxFlag.chosen) === 0 || boxes.width[at] < MIN_CHOSEN_WIDTH) {
      continue;
    }
    boxRect(scene, at, FIRST_COLOUR, ratio, rect);
    context.fillStyle = boxes.flags[at] & BoxFlag.miss ? palette.missText : palette.text;
    context.fillRect(rect.x, rect.y + rect.height - line, rect.width, line);
  }
}
