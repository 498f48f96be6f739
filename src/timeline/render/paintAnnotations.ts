import type { AnnotationPlace } from '../layout/annotationPlaces';
import type { PlotArea } from '../layout/plotArea';
import type { Painting } from './canvasSceneRenderer';

const DASH = [5, 3];
const REGION_OPACITY = 0.1;
/** Sizes of the marks below the plot, in CSS pixels. */
const BAR = 4;
const TRIANGLE = { half: 4, height: 5 };

/** A dashed line with a triangle at its foot for a moment; a tinted stretch with a bar at its foot for more. */
export function paintAnnotations({ context, theme }: Painting, plot: PlotArea, places: readonly AnnotationPlace[]) {
  const bottom = plot.top + plot.height;
  context.lineWidth = 1;
  for (const { annotation, left, right, beginsInside, endsInside } of places) {
    context.fillStyle = annotation.colour ?? theme.annotation;
    context.strokeStyle = context.fillStyle;
    const isMoment = right - left < 1;
    if (isMoment) {
      context.beginPath();
      context.moveTo(left, bottom - 1);
      context.lineTo(left - TRIANGLE.half, bottom - 1 + TRIANGLE.height);
      context.lineTo(left + TRIANGLE.half, bottom - 1 + TRIANGLE.height);
      context.fill();
    } else {
      context.fillRect(left, bottom, right - left, BAR);
      context.globalAlpha = REGION_OPACITY;
      context.fillRect(left, plot.top, right - left, plot.height);
      context.globalAlpha = 1;
    }
    context.setLineDash(DASH);
    context.beginPath();
    if (beginsInside) {
      context.moveTo(left, plot.top);
      context.lineTo(left, bottom);
    }
    if (endsInside && !isMoment) {
      context.moveTo(right, plot.top);
      context.lineTo(right, bottom);
    }
    context.stroke();
    context.setLineDash([]);
  }
}
