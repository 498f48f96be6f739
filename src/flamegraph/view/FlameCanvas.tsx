import { cx } from '@emotion/css';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useRef,
} from 'react';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { NodeIndex } from '../../profile/callTree';
import { NO_NODE } from '../layout/nodeAt';
import type { CreateFlameRenderer } from '../render/renderer';
import { flameCanvasStyles } from './flameCanvasStyles';
import { FlameMapArea } from './FlameMapArea';
import { type FlameStage, ROW_HEIGHT, type StagePicture, type WindowPoint } from './flameStage';
import type { TreeReading } from './nodeFacts';
import { NodeTooltip, type NodeTooltipHandle } from './NodeTooltip';
import { groundOf } from './stageHeights';
import { useFlameStage } from './useFlameStage';
import { useStageRefs } from './useStageRefs';

/** What the owner can ask of the canvas. */
export interface FlameCanvasHandle extends Pick<FlameStage, 'reveal' | 'zoom' | 'pan' | 'reset' | 'isZoomed'> {
  /** Where a menu of a node begins: at its box, or in the graph's corner while that is not seen. */
  menuPlace(node: NodeIndex): WindowPoint;
  /** Puts the keyboard's focus on the graph. */
  focus(): void;
}

interface FlameCanvasProps {
  readonly picture: StagePicture;
  readonly reading: TreeReading;
  readonly createRenderer: CreateFlameRenderer;
  readonly onClick: (node: NodeIndex) => void;
  /** Absent: the browser's own menu. */
  readonly onMenu?: (node: NodeIndex, at: WindowPoint) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** What the tree is called, and the element that describes the current node. */
  readonly label: string;
  readonly activeDescendant: string;
  readonly handle: Ref<FlameCanvasHandle>;
  /** The description of the current node. */
  readonly children: ReactNode;
}

/** CSS pixels of the map of the depth, and the smallest graph that has room for one. */
const MAP_WIDTH = 48;
const NARROW_MAP_WIDTH = 24;
const WIDE_GRAPH = 640;
const SMALLEST_MAPPED = { width: 240, height: 120 };

/** The graph itself: a canvas as large as what can be seen, below a scroller as high as the whole picture. */
export function FlameCanvas(props: FlameCanvasProps) {
  const { picture, reading, createRenderer, onClick, onMenu, onKeyDown, handle, children } = props;
  const { layout, viewport, width, height, palette } = picture;
  const theme = useTheme2();
  const styles = useStyles2(flameCanvasStyles);
  const refs = useStageRefs();
  const stage = useRef<FlameStage>(null);
  const tooltip = useRef<NodeTooltipHandle>(null);
  const mapWidth = mapWidthFor(picture);
  const leave = useCallback(() => {
    stage.current?.pointTo(NO_NODE);
    tooltip.current?.hide();
  }, []);
  const openMenu = ({ x, y }: WindowPoint): boolean => {
    const node = stage.current?.nodeAt(x, y, true) ?? NO_NODE;
    if (onMenu === undefined || node === NO_NODE) {
      return false;
    }
    leave();
    onMenu(node, { x, y });
    return true;
  };
  useFlameStage(stage, refs, picture, {
    createRenderer,
    fontFamily: theme.typography.fontFamilyMonospace,
    mapWidth,
    onMove: leave,
    onMenu: openMenu,
  });

  useImperativeHandle(handle, () => {
    const scroller = refs.stage.scroller;
    return {
      reveal: (node) => stage.current?.reveal(node),
      zoom: (factor, aroundX, isGliding) => stage.current?.zoom(factor, aroundX, isGliding),
      pan: (right, down, isGliding) => stage.current?.pan(right, down, isGliding) ?? false,
      reset: () => stage.current?.reset(),
      isZoomed: () => stage.current?.isZoomed() ?? false,
      menuPlace: (node) => {
        const { left, top } = scroller.current?.getBoundingClientRect() ?? { left: 0, top: 0 };
        return stage.current?.placeOf(node) ?? { x: left, y: top };
      },
      focus: () => scroller.current?.focus({ preventScroll: true }),
    };
  }, [refs]);

  // What was under the pointer may have moved away or may be of another profile.
  useEffect(leave, [leave, layout, viewport]);

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
    const node = stage.current?.nodeAt(event.clientX, event.clientY, true) ?? NO_NODE;
    if (node !== NO_NODE) {
      onClick(node);
    }
  };
  const onContextMenu = (event: MouseEvent) => {
    if (onMenu === undefined) {
      return;
    }
    // The menu key and a long press have been seen to already: their events come without the button.
    const isClick = event.button === 2 || event.ctrlKey;
    if (!isClick || openMenu({ x: event.clientX, y: event.clientY })) {
      event.preventDefault();
    }
  };
  const onScroll = () => {
    stage.current?.refresh();
    leave();
  };

  const graphWidth = width - mapWidth;
  const rootEnd = viewport.orientation === 'root-top' ? { top: 0 } : { top: groundOf(picture) - ROW_HEIGHT };
  return (
    <div className={styles.area} style={{ width, height }}>
      <canvas ref={refs.canvas} className={styles.canvas} aria-hidden data-testid="flame graph canvas" />
      <div className={styles.outlines} style={{ width: graphWidth }} aria-hidden>
        <div
          ref={refs.stage.currentOutline}
          className={styles.currentOutline}
          style={{ borderColor: palette.currentOutline }}
        />
        <div
          ref={refs.stage.hoverOutline}
          className={styles.hoverOutline}
          style={{ borderColor: palette.hoverOutline }}
        />
      </div>
      <div
        ref={refs.stage.scroller}
        className={cx(styles.scroller, mapWidth > 0 && styles.mapped)}
        style={{ width: graphWidth }}
        role="tree"
        tabIndex={0}
        aria-label={props.label}
        aria-activedescendant={props.activeDescendant}
        onMouseMove={onMouseMove}
        onMouseLeave={leave}
        onClick={onMouseClick}
        onContextMenu={onContextMenu}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        data-testid="flame graph"
      >
        {children}
        <div style={{ height: viewport.rows * ROW_HEIGHT }} />
      </div>
      <FlameMapArea
        axis="across"
        refs={refs.across}
        style={{ left: 0, width: graphWidth, height: ROW_HEIGHT, ...rootEnd }}
      />
      <FlameMapArea axis="down" refs={refs.down} style={{ top: 0, right: 0, width: mapWidth, height }} />
      <NodeTooltip tree={layout.tree} reading={reading} handle={tooltip} />
    </div>
  );
}

/** Room is kept for the map of the depth by what the profile needs, not the focus: a zoom must not change the width. */
function mapWidthFor({ layout, viewport, width, height }: StagePicture): number {
  const isDeep = (layout.levels - viewport.topLevel) * ROW_HEIGHT > height;
  if (!isDeep || width < SMALLEST_MAPPED.width || height < SMALLEST_MAPPED.height) {
    return 0;
  }
  return width < WIDE_GRAPH ? NARROW_MAP_WIDTH : MAP_WIDTH;
}
