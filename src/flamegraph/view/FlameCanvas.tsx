import { css, cx } from '@emotion/css';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { cssPixels } from '../../base/units';
import type { NodeIndex } from '../../profile/callTree';
import { NO_NODE } from '../layout/nodeAt';
import type { CreateFlameRenderer } from '../render/renderer';
import { createFlameStage, type FlameStage, ROW_HEIGHT, type StagePicture } from './flameStage';
import { NodeTooltip, type NodeTooltipHandle } from './NodeTooltip';

/** What the owner can ask of the canvas. */
export interface FlameCanvasHandle {
  /** Scrolls as little as it takes to see a node. */
  reveal(node: NodeIndex): void;
  /** Puts the keyboard's focus on the graph. */
  focus(): void;
}

interface FlameCanvasProps {
  readonly picture: StagePicture;
  readonly format: (value: number) => string;
  readonly createRenderer: CreateFlameRenderer;
  readonly onClick: (node: NodeIndex) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** What the tree is called, and the element that describes the current node. */
  readonly label: string;
  readonly activeDescendant: string;
  readonly handle: Ref<FlameCanvasHandle>;
  /** The description of the current node. */
  readonly children: ReactNode;
}

/** The graph itself: a canvas as large as what can be seen, below a scroller as high as the whole picture. */
export function FlameCanvas(props: FlameCanvasProps) {
  const { picture, format, createRenderer, onClick, onKeyDown, handle, children } = props;
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const canvas = useRef<HTMLCanvasElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const hoverOutline = useRef<HTMLDivElement>(null);
  const currentOutline = useRef<HTMLDivElement>(null);
  const tooltip = useRef<NodeTooltipHandle>(null);
  const stage = useRef<FlameStage | null>(null);
  const fontFamily = theme.typography.fontFamilyMonospace;

  useLayoutEffect(() => {
    if (!canvas.current || !scroller.current || !hoverOutline.current || !currentOutline.current) {
      return;
    }
    const created = createFlameStage(
      { scroller: scroller.current, hoverOutline: hoverOutline.current, currentOutline: currentOutline.current },
      createRenderer(canvas.current, { family: fontFamily, size: cssPixels(12) })
    );
    stage.current = created;
    return () => {
      created.dispose();
      stage.current = null;
    };
  }, [createRenderer, fontFamily]);

  // After the effect above: a stage that was just made needs the picture too.
  useLayoutEffect(() => {
    stage.current?.show(picture);
  }, [picture, createRenderer, fontFamily]);

  useImperativeHandle(
    handle,
    () => ({
      reveal: (node) => stage.current?.reveal(node),
      focus: () => scroller.current?.focus({ preventScroll: true }),
    }),
    []
  );

  const leave = useCallback(() => {
    stage.current?.pointTo(NO_NODE);
    tooltip.current?.hide();
  }, []);
  // What was under the pointer may have moved away or may be of another profile.
  useEffect(leave, [leave, picture.layout, picture.viewport]);

  const onMouseMove = ({ clientX, clientY }: MouseEvent) => {
    const node = stage.current?.nodeAt(clientX, clientY) ?? NO_NODE;
    if (node === NO_NODE) {
      leave();
    } else {
      stage.current?.pointTo(node);
      tooltip.current?.show(node, clientX, clientY);
    }
  };
  const onMouseClick = (event: MouseEvent) => {
    const node = stage.current?.nodeAt(event.clientX, event.clientY) ?? NO_NODE;
    if (node !== NO_NODE) {
      onClick(node);
    }
  };
  const onScroll = () => {
    stage.current?.refresh();
    leave();
  };

  return (
    <div className={styles.area} style={{ width: picture.width, height: picture.height }}>
      <canvas ref={canvas} className={styles.canvas} aria-hidden data-testid="flame graph canvas" />
      <div className={styles.outlines} aria-hidden>
        <div
          ref={currentOutline}
          className={styles.currentOutline}
          style={{ borderColor: picture.palette.currentOutline }}
        />
        <div ref={hoverOutline} className={styles.hoverOutline} style={{ borderColor: picture.palette.hoverOutline }} />
      </div>
      <div
        ref={scroller}
        className={styles.scroller}
        role="tree"
        tabIndex={0}
        aria-label={props.label}
        aria-activedescendant={props.activeDescendant}
        onMouseMove={onMouseMove}
        onMouseLeave={leave}
        onClick={onMouseClick}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        data-testid="flame graph"
      >
        {children}
        <div style={{ height: picture.viewport.rows * ROW_HEIGHT }} />
      </div>
      <NodeTooltip tree={picture.layout.tree} focus={picture.viewport.focus} format={format} handle={tooltip} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
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
    outlines: css({ position: 'absolute', inset: 0, overflow: 'hidden' }),
    hoverOutline: outline,
    currentOutline: cx(outline, css({ boxShadow: `0 0 0 1px ${theme.colors.background.primary}` })),
    scroller: css({
      position: 'absolute',
      inset: 0,
      overflowX: 'hidden',
      overflowY: 'auto',
      scrollbarWidth: 'thin',
      scrollbarColor: `${theme.colors.border.strong} transparent`,
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: -2 },
    }),
  };
};
