import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTheme2 } from '@grafana/ui';
import { heatColours } from '../layout/heatColours';
import type { SceneRenderer, TimelineTheme } from '../render/timelineRenderer';
import { usePixelRatio } from './usePixelRatio';

interface PlotCanvasProps<Scene> {
  readonly scene: Scene;
  /** Undefined where the browser gives no canvas to draw on. Keep it the same from render to render. */
  readonly createRenderer: (canvas: HTMLCanvasElement) => SceneRenderer<Scene> | undefined;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What is drawn once until data or size change. Pointer and selection lie above it as elements and cost no drawing. */
export function PlotCanvas<Scene>({ scene, createRenderer, width, height }: PlotCanvasProps<Scene>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const renderer = useRef<SceneRenderer<Scene> | undefined>(undefined);
  const ratio = usePixelRatio();
  const grafanaTheme = useTheme2();
  const theme = useMemo<TimelineTheme>(
    () => ({
      // As Grafana's own time series panel has them (UPlotAxisBuilder of @grafana/ui); no colour of the theme is these.
      grid: grafanaTheme.isDark ? 'rgba(240, 250, 255, 0.09)' : 'rgba(0, 10, 23, 0.09)',
      text: grafanaTheme.colors.text.primary,
      background: grafanaTheme.colors.background.primary,
      // DEFAULT_ANNOTATION_COLOR of @grafana/ui, darker where that could not be seen on white.
      annotation: grafanaTheme.isDark ? 'rgb(0, 211, 255)' : 'rgb(0, 130, 170)',
      exemplar: grafanaTheme.colors.text.primary,
      heat: heatColours(grafanaTheme.isDark),
      fontFamily: grafanaTheme.typography.fontFamily,
    }),
    [grafanaTheme]
  );

  useLayoutEffect(() => {
    if (canvas.current !== null) {
      renderer.current ??= createRenderer(canvas.current);
      renderer.current?.resize(width, height, ratio);
      renderer.current?.draw(scene, theme);
    }
  }, [scene, createRenderer, theme, width, height, ratio]);

  return <canvas ref={canvas} aria-hidden style={{ display: 'block', width, height }} />;
}
