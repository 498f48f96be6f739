import type { ExemplarPlaces } from '../layout/exemplarPlaces';
import type { Painting } from './canvasSceneRenderer';

/** From the middle of a mark to its tips, in CSS pixels. */
const RADIUS = 4;
const CROWDED_RADIUS = 2;
const CROWDED_OPACITY = 0.5;

/** A diamond for each exemplar, all in one path: thousands cost two calls. */
export function paintExemplars({ context, theme }: Painting, { x, y, drawn, isCrowded }: ExemplarPlaces) {
  const radius = isCrowded ? CROWDED_RADIUS : RADIUS;
  context.beginPath();
  for (const mark of drawn) {
    context.moveTo(x[mark], y[mark] - radius);
    context.lineTo(x[mark] + radius, y[mark]);
    context.lineTo(x[mark], y[mark] + radius);
    context.lineTo(x[mark] - radius, y[mark]);
    context.closePath();
  }
  if (!isCrowded) {
    context.lineWidth = 2;
    context.strokeStyle = theme.background;
    context.stroke();
  }
  context.fillStyle = theme.exemplar;
  context.globalAlpha = isCrowded ? CROWDED_OPACITY : 1;
  context.fill();
  context.globalAlpha = 1;
}
