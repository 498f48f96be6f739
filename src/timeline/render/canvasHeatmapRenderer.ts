import type { HeatmapScene } from '../layout/heatmapScene';
import { canvasSceneRenderer } from './canvasSceneRenderer';
import { paintAnnotations } from './paintAnnotations';
import { paintAxes } from './paintAxes';
import { paintCells } from './paintCells';
import type { SceneRenderer } from './timelineRenderer';

/** Draws heatmaps on a canvas. Undefined where the browser gives no 2D context. */
export function canvasHeatmapRenderer(canvas: HTMLCanvasElement): SceneRenderer<HeatmapScene> | undefined {
  return canvasSceneRenderer(canvas, (painting, scene) => {
    paintAxes(painting, scene);
    paintCells(painting, scene.plot, scene.boxes);
    paintAnnotations(painting, scene.plot, scene.annotations);
  });
}
