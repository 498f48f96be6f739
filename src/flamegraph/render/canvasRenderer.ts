import { toDevicePixels } from '../../base/units';
import { fitLabel, type MeasureText } from '../layout/fitLabel';
import type { FlamePalette } from '../layout/palette';
import { type DrawOrder, drawOrder, FIRST_COLOUR, Look } from './drawOrder';
import type { CreateFlameRenderer, FlameScene } from './renderer';
import { createTextMeasure } from './textMeasure';

/** CSS pixels: narrower boxes get no label, which is room for three letters and the padding. */
const MIN_LABELLED_WIDTH = 30;
const LABEL_PADDING = 4;
/** CSS pixels that a value needs at least; formatting it is worth the time only where it may fit. */
const MIN_VALUE_WIDTH = 50;
/** Device pixels: narrower boxes keep their right edge, because a gap would take too much of them. */
const MIN_GAPPED_WIDTH = 4;

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
  let stripes: { palette: FlamePalette; pattern: CanvasPattern | null } | undefined;

  /** Setting a canvas's size clears it, so that happens only when a picture follows at once. */
  function applySize() {
    const deviceWidth = Math.max(1, Math.round(width * ratio));
    const deviceHeight = Math.max(1, Math.round(height * ratio));
    if (canvas.width !== deviceWidth || canvas.height !== deviceHeight) {
      canvas.width = deviceWidth;
      canvas.height = deviceHeight;
      canvas.style.width = `${deviceWidth / ratio}px`;
      canvas.style.height = `${deviceHeight / ratio}px`;
    }
  }

  function fillOfLook(look: number, palette: FlamePalette): string | CanvasPattern {
    switch (look) {
      case Look.sliver:
        return palette.sliver;
      case Look.narrowHit:
        return palette.narrowHit;
      case Look.truncated:
        if (stripes?.palette !== palette) {
          stripes = { palette, pattern: stripePattern(palette) };
        }
        return stripes.pattern ?? palette.truncatedFill;
      case Look.muted:
        return palette.missFill;
      default:
        return palette.fills[look - FIRST_COLOUR];
    }
  }

  return {
    resize(newWidth, newHeight, devicePixelRatio) {
      width = newWidth;
      height = newHeight;
      ratio = devicePixelRatio;
    },
    draw(scene) {
      applySize();
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, canvas.width, canvas.height);
      const sorted = drawOrder(scene.boxes, scene.palette);
      drawBoxes(context, scene, sorted, ratio, (look) => fillOfLook(look, scene.palette));
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
      drawLabels(context, scene, sorted, measure);
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
  fillOfLook: (look: number) => string | CanvasPattern
) {
  const { boxes, rowHeight, top } = scene;
  const gap = Math.max(1, Math.floor(ratio));
  const rowPixels = rowHeight * ratio;
  const topPixels = toDevicePixels(top, ratio);
  for (let look = first.length - 2; look >= 0; look--) {
    if (first[look] === first[look + 1]) {
      continue;
    }
    context.fillStyle = fillOfLook(look);
    for (let index = first[look]; index < first[look + 1]; index++) {
      const at = order[index];
      const left = Math.round(boxes.x[at] * ratio);
      const right = Math.round((boxes.x[at] + boxes.width[at]) * ratio);
      const isGapped = look > Look.narrowHit && right - left >= MIN_GAPPED_WIDTH;
      const y = topPixels + Math.round(boxes.row[at] * rowPixels);
      const bottom = topPixels + Math.round((boxes.row[at] + 1) * rowPixels);
      context.fillRect(left, y, Math.max(1, right - left - (isGapped ? gap : 0)), bottom - y - gap);
    }
  }
}

function drawLabels(
  context: CanvasRenderingContext2D,
  scene: FlameScene,
  { order, first }: DrawOrder,
  measure: MeasureText
) {
  const { boxes, palette, rowHeight, top } = scene;
  for (let look: number = Look.truncated; look < first.length - 1; look++) {
    context.fillStyle =
      look === Look.truncated ? palette.truncatedText : look === Look.muted ? palette.missText : palette.text;
    for (let index = first[look]; index < first[look + 1]; index++) {
      const at = order[index];
      if (boxes.width[at] < MIN_LABELLED_WIDTH) {
        continue;
      }
      const label = labelOf(scene, boxes.node[at], boxes.width[at] - 2 * LABEL_PADDING, measure);
      context.fillText(label, boxes.x[at] + LABEL_PADDING, top + (boxes.row[at] + 0.5) * rowHeight);
    }
  }
}

function labelOf(scene: FlameScene, node: number, width: number, measure: MeasureText): string {
  const forms = scene.labels.forms(node);
  const label = fitLabel(forms, width, measure);
  if (label !== forms[0] || width - measure(label) < MIN_VALUE_WIDTH) {
    return label;
  }
  const withValue = `${label} (${scene.labels.value(node)})`;
  return measure(withValue) <= width ? withValue : label;
}

/** Diagonal stripes, in device pixels. */
function stripePattern(palette: FlamePalette): CanvasPattern | null {
  const size = 8;
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const context = tile.getContext('2d');
  if (context === null) {
    return null;
  }
  context.fillStyle = palette.truncatedFill;
  context.fillRect(0, 0, size, size);
  context.fillStyle = palette.truncatedStripe;
  context.beginPath();
  for (const shift of [-size, 0]) {
    context.moveTo(shift, size);
    context.lineTo(shift + size, 0);
    context.lineTo(shift + size + size / 2, 0);
    context.lineTo(shift + size / 2, size);
    context.closePath();
  }
  context.fill();
  return context.createPattern(tile, 'repeat');
}
