import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTheme2 } from '@grafana/ui';
import type { TimelineScene } from '../layout/timelineScene';
import { canvasTimelineRenderer } from '../render/canvasTimelineRenderer';
import type { TimelineRenderer, TimelineTheme } from '../render/timelineRenderer';
import { usePixelRatio } from './usePixelRatio';

interface TimelineCanvasProps {
  readonly scene: TimelineScene;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What is drawn once until data or size change. Pointer and selection lie above it as elements and cost no drawing. */
export function TimelineCanvas({ scene, width, height }: TimelineCanvasProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const renderer = useRef<TimelineRenderer | undefined>(undefined);
  const ratio = usePixelRatio();
  const grafanaTheme = useTheme2();
  const theme = useMemo<TimelineTheme>(
    () => ({
      // As Grafana's own time series panel has them (UPlotAxisBuilder of @grafana/ui); no colour of the theme is these.
      grid: grafanaTheme.isDark ? 'rgba(240, 250, 255, 0.09)' : 'rgba(0, 10, 23, 0.09)',
      text: grafanaTheme.colors.text.primary,
      background: grafanaTheme.colors.background.primary,
      fontFamily: grafanaTheme.typography.fontFamily,
    }),
    [grafanaTheme]
  );

  useLayoutEffect(() => {
    if (canvas.current !== null) {
      renderer.current ??= canvasTimelineRenderer(canvas.current);
      renderer.current?.resize(width, height, ratio);
      renderer.current?.draw(scene, theme);
    }
  }, [scene, theme, width, height, ratio]);

  return <canvas ref={canvas} aria-hidden style={{ display: 'block', width, height }} />;
}
