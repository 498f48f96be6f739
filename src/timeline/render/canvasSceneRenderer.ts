import type { SceneRenderer, TimelineTheme } from './timelineRenderer';

/** What a scene is painted on; `ratio` is device pixels per CSS pixel, all sizes are in CSS pixels. */
export interface Painting {
  readonly context: CanvasRenderingContext2D;
  readonly theme: TimelineTheme;
  readonly ratio: number;
}

/** Draws on a canvas. Undefined where the browser gives no 2D context. */
export function canvasSceneRenderer<Scene>(
  canvas: HTMLCanvasElement,
  paint: (painting: Painting, scene: Scene) => void
): SceneRenderer<Scene> | undefined {
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
      paint({ context, theme, ratio }, scene);
    },
  };
}
