import { valueToY } from '../layout/plotArea';
import { AXIS, type TimelineScene } from '../layout/timelineScene';
import type { SeriesPath } from '../layout/seriesPath';
import { axisFont } from './measureAxisText';
import type { TimelineRenderer, TimelineTheme } from './timelineRenderer';

const DOT_RADIUS = 2;
const FILL_OPACITY = 0.1;
/** A partial step is there, but not to be read as a level. */
const PARTIAL_OPACITY = 0.55;
const PARTIAL_DASH = [3, 3];

/** Draws on a canvas. Undefined where the browser gives no 2D context. */
export function canvasTimelineRenderer(canvas: HTMLCanvasElement): TimelineRenderer | undefined {
  const context = canvas.getContext('2d');
  if (context === null) {
    return undefined;
  }
  let ratio = 1;
  return {
    resize(width, height, newRatio) {
      ratio = newRatio;
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
    },
    draw(scene, theme) {
      context.setTransform(ratio, 0, 0, ratio, 0, 0);
      context.clearRect(0, 0, canvas.width / ratio, canvas.height / ratio);
      drawGrid(context, scene, theme, ratio);
      drawLabels(context, scene, theme);
      drawSeries(context, scene, theme);
    },
  };
}

/** Lines of one device pixel, on whole device pixels, or they would blur over two. */
function drawGrid(context: CanvasRenderingContext2D, scene: TimelineScene, theme: TimelineTheme, ratio: number) {
  const { left, top, width, height } = scene.plot;
  const sharp = (at: number) => (Math.round(at * ratio) + 0.5) / ratio;
  context.strokeStyle = theme.grid;
  context.lineWidth = 1 / ratio;
  context.beginPath();
  for (const { at, label } of scene.timeTicks) {
    context.moveTo(sharp(at), top);
    context.lineTo(sharp(at), top + height + (label === '' ? 0 : AXIS.tickLength));
  }
  for (const { at, label } of scene.valueTicks) {
    context.moveTo(left - (label === '' ? 0 : AXIS.tickLength), sharp(at));
    context.lineTo(left + width, sharp(at));
  }
  context.stroke();
}

function drawLabels(context: CanvasRenderingContext2D, scene: TimelineScene, theme: TimelineTheme) {
  const { left, top, height } = scene.plot;
  const space = AXIS.tickLength + AXIS.labelGap;
  context.fillStyle = theme.text;
  context.font = axisFont(theme.fontFamily);
  context.textAlign = 'center';
  context.textBaseline = 'top';
  for (const { at, label } of scene.timeTicks) {
    context.fillText(label, at, top + height + space);
  }
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  for (const { at, label } of scene.valueTicks) {
    context.fillText(label, left - space, at, left - space);
  }
}

function drawSeries(context: CanvasRenderingContext2D, scene: TimelineScene, theme: TimelineTheme) {
  const { left, top, width, height } = scene.plot;
  context.save();
  context.beginPath();
  // A line that runs along the plot's edge keeps its whole width.
  context.rect(left - 1, top - 1, width + 2, height + 2);
  context.clip();
  context.lineJoin = 'round';
  for (const path of scene.paths) {
    context.fillStyle = path.colour;
    context.strokeStyle = path.colour;
    for (let piece = 0; piece < path.partial.length; piece++) {
      drawPiece(context, path, piece, scene, theme);
    }
  }
  context.restore();
}

function drawPiece(
  context: CanvasRenderingContext2D,
  { x, y, starts, partial }: SeriesPath,
  piece: number,
  scene: TimelineScene,
  theme: TimelineTheme
) {
  const start = starts[piece];
  const end = starts[piece + 1];
  const isPartial = partial[piece] === 1;
  context.lineWidth = 1;
  context.globalAlpha = isPartial ? PARTIAL_OPACITY : 1;
  context.beginPath();
  if (end - start === 1) {
    context.arc(x[start], y[start], DOT_RADIUS, 0, 2 * Math.PI);
    context.fillStyle = isPartial ? theme.background : context.strokeStyle;
    context.fill();
    context.stroke();
  } else {
    for (let i = start; i < end; i++) {
      context.lineTo(x[i], y[i]);
    }
    context.setLineDash(isPartial ? PARTIAL_DASH : []);
    context.stroke();
    context.setLineDash([]);
    if (scene.filled) {
      const { low, high } = scene.plot.values;
      const floor = valueToY(scene.plot, Math.min(high, Math.max(low, 0)));
      context.lineTo(x[end - 1], floor);
      context.lineTo(x[start], floor);
      context.fillStyle = context.strokeStyle;
      context.globalAlpha *= FILL_OPACITY;
      context.fill();
    }
  }
  context.globalAlpha = 1;
}
