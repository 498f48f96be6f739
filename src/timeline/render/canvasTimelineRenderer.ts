import type { TimelineScene } from '../layout/timelineScene';
import { canvasSceneRenderer } from './canvasSceneRenderer';
import { paintAnnotations } from './paintAnnotations';
import { paintAxes } from './paintAxes';
import { paintExemplars } from './paintExemplars';
import { paintSeries } from './paintSeries';
import type { SceneRenderer } from './timelineRenderer';

/** Draws timelines on a canvas. Undefined where the browser gives no 2D context. */
export function canvasTimelineRenderer(canvas: HTMLCanvasElement): SceneRenderer<TimelineScene> | undefined {
  return canvasSceneRenderer(canvas, (painting, scene) => {
    paintAxes(painting, scene);
    const hasExemplars = scene.exemplars.drawn.length > 0;
    // Where marks are everywhere, the lines must be seen above them.
    if (hasExemplars && scene.exemplars.isCrowded) {
      paintExemplars(painting, scene.exemplars);
    }
    paintSeries(painting, scene);
    paintAnnotations(painting, scene.plot, scene.annotations);
    if (hasExemplars && !scene.exemplars.isCrowded) {
      paintExemplars(painting, scene.exemplars);
    }
  });
}
