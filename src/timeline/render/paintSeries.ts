import { valueToY } from '../layout/plotArea';
import type { SeriesPath } from '../layout/seriesPath';
import type { TimelineScene } from '../layout/timelineScene';
import type { Painting } from './canvasSceneRenderer';

const DOT_RADIUS = 2;
const FILL_OPACITY = 0.1;
/** Areas upon each other do not overlap, so they may say more. */
const STACK_OPACITY = 0.35;
/** A partial step is there, but not to be read as a level. */
const PARTIAL_OPACITY = 0.55;
const PARTIAL_DASH = [3, 3];

export function paintSeries(painting: Painting, scene: TimelineScene) {
  const { context } = painting;
  const { left, top, width, height } = scene.plot;
  context.save();
  context.beginPath();
  // A line that runs along the plot's edge keeps its whole width.
  context.rect(left - 1, top - 1, width + 2, height + 2);
  context.clip();
  context.lineJoin = 'round';
  for (const path of scene.paths) {
    context.strokeStyle = path.colour;
    for (let piece = 0; piece < path.partial.length; piece++) {
      paintPiece(painting, path, piece, scene);
    }
  }
  context.restore();
}

function paintPiece({ context, theme }: Painting, path: SeriesPath, piece: number, scene: TimelineScene) {
  const { x, y, starts, partial } = path;
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
    if (scene.filled || path.floors !== undefined) {
      lowerEdge(context, path, start, end, scene);
      context.fillStyle = context.strokeStyle;
      context.globalAlpha *= path.floors === undefined ? FILL_OPACITY : STACK_OPACITY;
      context.fill();
    }
  }
  context.globalAlpha = 1;
}

/** Goes on from the end of a line, back along the lower edge of its area. */
function lowerEdge(
  context: CanvasRenderingContext2D,
  { x, floors }: SeriesPath,
  start: number,
  end: number,
  { plot }: TimelineScene
) {
  if (floors === undefined) {
    const { low, high } = plot.values;
    const floor = valueToY(plot, Math.min(high, Math.max(low, 0)));
    context.lineTo(x[end - 1], floor);
    context.lineTo(x[start], floor);
    return;
  }
  for (let i = end - 1; i >= start; i--) {
    context.lineTo(x[i], floors[i]);
  }
}
