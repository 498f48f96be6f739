import type { ExemplarPlaces } from '../layout/exemplarPlaces';
import type { Painting } from './canvasSceneRenderer';

/** From the middle of a mark to its tips, in CSS pixels. */
export const EXEMPLAR_RADIUS = 4;

/** A diamond for each exemplar, all in one path: thousands cost two calls. */
export function paintExemplars({ context, theme }: Painting, { x, y, drawn }: ExemplarPlaces) {
  context.beginPath();
  for (const mark of drawn) {
    context.moveTo(x[mark], y[mark] - EXEMPLAR_RADIUS);
    context.lineTo(x[mark] + EXEMPLAR_RADIUS, y[mark]);
    context.lineTo(x[mark], y[mark] + EXEMPLAR_RADIUS);
    context.lineTo(x[mark] - EXEMPLAR_RADIUS, y[mark]);
    context.closePath();
  }
  context.lineWidth = 2;
  context.strokeStyle = theme.background;
  context.stroke();
  context.fillStyle = theme.exemplar;
  context.fill();
}
