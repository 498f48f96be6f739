import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { ROW_HEIGHT } from './flameStage';

/** Of the layers that make a flame graph, from the lowest to the highest. */
export const flameCanvasStyles = (theme: GrafanaTheme2) => {
  const outline = css({
    position: 'absolute',
    top: -1,
    left: -1,
    height: ROW_HEIGHT + 1,
    minWidth: 3,
    border: '2px solid',
    borderRadius: 2,
    boxSizing: 'border-box',
    visibility: 'hidden',
    willChange: 'transform',
  });
  return {
    area: css({ position: 'relative', overflow: 'hidden' }),
    // Layers of their own: what moves above the canvas does not paint it again.
    canvas: css({ position: 'absolute', top: 0, left: 0, willChange: 'transform' }),
    // What changes in here at every movement of the pointer lays out nothing else.
    outlines: css({ position: 'absolute', top: 0, bottom: 0, left: 0, contain: 'strict' }),
    hoverOutline: outline,
    currentOutline: cx(outline, css({ boxShadow: `0 0 0 1px ${theme.colors.background.primary}` })),
    scroller: css({
      position: 'absolute',
      top: 0,
      bottom: 0,
      left: 0,
      overflowX: 'hidden',
      overflowY: 'auto',
      touchAction: 'pan-y',
      userSelect: 'none',
      scrollbarWidth: 'thin',
      scrollbarColor: `${theme.colors.border.strong} transparent`,
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
      '&[data-dragging]': { cursor: 'grabbing !important' },
    }),
    // The map is the scroll bar.
    mapped: css({ scrollbarWidth: 'none' }),
  };
};
