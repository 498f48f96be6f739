import { cssPixels } from '../../base/units';
import type { NodeIndex } from '../../profile/callTree';
import { createBoxBuffers } from '../layout/boxBuffers';
import type { LabelAlign } from '../layout/fitLabel';
import { nodeAt, NO_NODE } from '../layout/nodeAt';
import { isSamePath } from '../../profile/nodePath';
import { type NodeRect, nodeRect } from '../layout/nodeRect';
import type { FlamePalette } from '../layout/palette';
import { centreOn, isWhole, panBy, panTo, type Span, WHOLE_SPAN, zoomAround } from '../layout/span';
import { levelOf, startOf, type TreeLayout } from '../layout/treeLayout';
import { partOf, rowOfLevel, type Viewport } from '../layout/viewport';
import { viewportBetween } from '../layout/viewportBetween';
import { type BoxLook, visibleBoxes } from '../layout/visibleBoxes';
import { createFrameRequest } from '../render/frameRequest';
import type { BoxLabels, FlameRenderer } from '../render/renderer';
import { listenForDisplayChanges } from './displayChanges';

/** CSS pixels from one row's top to the next one's. */
export const ROW_HEIGHT = 20;

/** What is to be seen. A new object is a new picture. */
export interface StagePicture {
  readonly layout: TreeLayout;
  /** The whole width of the focus. Its width in pixels is put right by the stage, which knows what room there is. */
  readonly viewport: Viewport;
  readonly look: BoxLook;
  readonly labels: BoxLabels;
  readonly palette: FlamePalette;
  /** CSS pixels that can be seen. */
  readonly width: number;
  readonly height: number;
  /** The node to outline as the current one, or `NO_NODE`. */
  readonly current: NodeIndex;
  readonly align?: LabelAlign;
}

export interface StageElements {
  /** Scrolls a spacer as high as the whole picture, above the canvas, and gets the pointer's events. */
  readonly scroller: HTMLElement;
  readonly hoverOutline: HTMLElement;
  readonly currentOutline: HTMLElement;
}

/** Which part of the picture is seen, across and down; 0 to 1. */
export interface SeenPart {
  readonly across: Span;
  readonly down: Span;
}

/** Pixels of the window. */
export interface WindowPoint {
  readonly x: number;
  readonly y: number;
}

/**
 * Where pictures are drawn, moved and pointed at: between React, which says what is to be seen, and the renderer.
 * Whatever changes is drawn once in the next frame; pointing moves an outline and draws nothing. What part of the focus
 * is seen is the stage's own: it passes, and another focus begins with its whole width.
 */
export interface FlameStage {
  show(picture: StagePicture): void;
  /** Draws the same picture again: after scrolling, or when the font has arrived. */
  refresh(): void;
  /**
   * The node drawn at a place in the window, or `NO_NODE`; also while the picture is on its way to another. Where the
   * graph is in the window is asked of the page for a click, and only now and then for movements.
   */
  nodeAt(clientX: number, clientY: number, isClick?: boolean): NodeIndex;
  /** Lower left corner of a node's box; undefined if it is not seen. */
  placeOf(node: NodeIndex): WindowPoint | undefined;
  /** Outlines a node, or none. */
  pointTo(node: NodeIndex): void;
  /** Moves as little as it takes to see a node's box. */
  reveal(node: NodeIndex): void;
  /** Zooms in by a factor (out, below 1) around a place of the window; around the middle without one. */
  zoom(factor: number, aroundX?: number, isGliding?: boolean): void;
  /** Moves what is seen to the right and down, in CSS pixels. Says whether there was anywhere to go. */
  pan(right: number, down: number, isGliding?: boolean): boolean;
  /** Puts the middle of what is seen at a part of the picture's width or height, 0 to 1. */
  centre(across: number | undefined, down: number | undefined): void;
  /** Shows the whole width of the focus again. */
  reset(): void;
  /** Whether less than the whole width is seen, and whether there is something to scroll to. */
  isZoomed(): boolean;
  canScroll(): boolean;
  dispose(): void;
}

/** Milliseconds: long enough to be followed by the eye, too short to be waited for. */
const GLIDE = 150;
/** Milliseconds after which the graph may have been moved about on the page without anyone telling. */
const PLACE_HOLDS = 250;
/** The stage zooms no further than to this part of the root to a pixel: places are no finer. */
const FINEST_STEPS = 16;

/** Called after each frame that shows another part of the picture than the one before. */
type OnSeen = (part: SeenPart) => void;

export function createFlameStage(elements: StageElements, renderer: FlameRenderer, onSeen: OnSeen): FlameStage {
  const { scroller } = elements;
  const boxes = createBoxBuffers();
  const frame = createFrameRequest(draw);
  const stopListening = listenForDisplayChanges(() => frame.request());
  const motion = window.matchMedia('(prefers-reduced-motion: no-preference)');
  let picture: StagePicture | undefined;
  let span: Span = WHOLE_SPAN;
  /** What was drawn last: what is pointed at. */
  let shown: Viewport | undefined;
  let glide: { readonly start: Viewport; readonly startTime: number } | undefined;
  let pointed: NodeIndex = NO_NODE;
  /** As of the last frame. Asking the scroller lays out the page, which is too much for a movement of the pointer. */
  let scrollTop = 0;
  let place: { readonly left: number; readonly top: number; readonly readAt: number } | undefined;
  let told = '';

  function target(): Viewport | undefined {
    return picture && partOf(picture.viewport, span);
  }

  function draw() {
    const end = target();
    if (picture === undefined || end === undefined) {
      return;
    }
    const { layout, look, labels, palette, height, align } = picture;
    shown = end;
    if (glide !== undefined) {
      const part = (performance.now() - glide.startTime) / GLIDE;
      shown = viewportBetween(layout, glide.start, end, 1 - (1 - Math.min(1, part)) ** 3);
      if (part < 1) {
        frame.request();
      } else {
        glide = undefined;
      }
    }
    scrollTop = scroller.scrollTop;
    const top = topOfRows();
    const firstRow = Math.floor(-top / ROW_HEIGHT);
    const lastRow = Math.floor((height - 1 - top) / ROW_HEIGHT);
    visibleBoxes(layout, shown, firstRow, lastRow, look, boxes);
    renderer.resize(cssPixels(shown.width), cssPixels(height), window.devicePixelRatio || 1);
    renderer.draw({ boxes, labels, palette, rowHeight: cssPixels(ROW_HEIGHT), top: cssPixels(top), align });
    placeOutline(elements.currentOutline, picture.current);
    placeOutline(elements.hoverOutline, pointed);
    tellWhatIsSeen(picture);
  }

  /** From the graph's upper edge to row 0. A flame stands on its ground, whatever the height of what is focused. */
  function topOfRows(): number {
    const isFlame = picture?.viewport.orientation === 'root-bottom';
    const free = picture !== undefined && isFlame ? groundOf(picture) - contentHeight(picture) : 0;
    return Math.max(0, free) - scrollTop;
  }

  function tellWhatIsSeen({ viewport, height }: StagePicture) {
    const rows = viewport.rows * ROW_HEIGHT;
    const from = Math.min(1, scrollTop / rows);
    const key = `${span.from} ${span.to} ${from} ${height} ${rows}`;
    if (key !== told) {
      told = key;
      onSeen({ across: span, down: { from, to: Math.min(1, (scrollTop + height) / rows) } });
    }
  }

  function placeOutline(outline: HTMLElement, node: NodeIndex) {
    const rect = rectOf(node);
    if (rect === undefined) {
      outline.style.visibility = 'hidden';
      return;
    }
    outline.style.transform = `translate(${rect.x}px, ${rect.row * ROW_HEIGHT + topOfRows()}px)`;
    outline.style.width = `${rect.width}px`;
    outline.style.visibility = 'visible';
  }

  function rectOf(node: NodeIndex): NodeRect | undefined {
    return picture && shown && node !== NO_NODE ? nodeRect(picture.layout, shown, node) : undefined;
  }

  /** Where the graph is in the window. Reading that may lay out the page, so it is not done at every movement. */
  function placeInWindow() {
    const now = performance.now();
    if (place === undefined || now - place.readAt > PLACE_HOLDS) {
      const { left, top } = scroller.getBoundingClientRect();
      place = { left, top, readAt: now };
    }
    return place;
  }

  function moveTo(next: Span, isGliding: boolean) {
    if (next.from === span.from && next.to === span.to) {
      return false;
    }
    startGlide(isGliding);
    span = next;
    frame.request();
    return true;
  }

  function startGlide(isWanted: boolean) {
    glide = isWanted && motion.matches && shown ? { start: shown, startTime: performance.now() } : undefined;
  }

  /** The part of the focus that is drawn at present, which on the way to another is not yet where it will be. */
  function presentSpan(): Span {
    if (glide === undefined || picture === undefined || shown === undefined) {
      return span;
    }
    const { from, to } = picture.viewport;
    const part = (value: number) => Math.min(1, Math.max(0, (value - from) / (to - from)));
    const present = { from: part(shown.from), to: part(shown.to) };
    return present.to > present.from ? present : span;
  }

  function narrowest({ layout, viewport }: StagePicture): number {
    const width = viewport.to - viewport.from;
    return width > 0 ? (viewport.width * FINEST_STEPS * layout.gridStep) / width : 1;
  }

  function spanOfNode({ layout, viewport }: StagePicture, node: NodeIndex): Span {
    const start = startOf(layout, node, levelOf(layout, node));
    const width = viewport.to - viewport.from;
    return { from: (start - viewport.from) / width, to: (start + layout.weight[node] - viewport.from) / width };
  }

  return {
    show(next) {
      const before = picture;
      picture = { ...next, viewport: { ...next.viewport, width: roomIn(scroller, next) } };
      if (before !== undefined) {
        const isSameLayout = before.layout === next.layout;
        const isSameFocus = isSameLayout
          ? before.viewport.focus === next.viewport.focus
          : isSamePath(before.layout.tree, before.viewport.focus, next.layout.tree, next.viewport.focus);
        const isTurned = before.viewport.orientation !== next.viewport.orientation;
        if (!isSameFocus || isTurned || !isSameLayout) {
          startGlide(isSameLayout && !isTurned);
        }
        span = isSameFocus ? span : WHOLE_SPAN;
        keepRoot(scroller, before, picture);
      }
      frame.request();
    },
    refresh() {
      frame.request();
    },
    nodeAt(clientX, clientY, isClick = false) {
      place = isClick ? undefined : place;
      if (picture === undefined || shown === undefined) {
        return NO_NODE;
      }
      const { left, top } = placeInWindow();
      const row = Math.floor((clientY - top - topOfRows()) / ROW_HEIGHT);
      return nodeAt(picture.layout, shown, clientX - left, row);
    },
    placeOf(node) {
      const rect = rectOf(node);
      const { left, top } = placeInWindow();
      return rect && { x: left + rect.x, y: top + (rect.row + 1) * ROW_HEIGHT + topOfRows() };
    },
    pointTo(node) {
      if (node === pointed) {
        return;
      }
      pointed = node;
      scroller.style.cursor = node === NO_NODE ? '' : 'pointer';
      placeOutline(elements.hoverOutline, node);
    },
    reveal(node) {
      if (picture === undefined) {
        return;
      }
      const level = levelOf(picture.layout, node);
      const { viewport, height } = picture;
      const top = rowOfLevel(viewport, level) * ROW_HEIGHT;
      // While a part of the width is seen, the map of the width covers the row at the root's end.
      const covered = isWhole(span) ? 0 : ROW_HEIGHT;
      const above = viewport.orientation === 'root-top' ? covered : 0;
      if (top < scroller.scrollTop + above) {
        scroller.scrollTop = top - above;
      } else if (top + ROW_HEIGHT > scroller.scrollTop + height - (covered - above)) {
        scroller.scrollTop = top + ROW_HEIGHT - height + (covered - above);
      }
      if (level > viewport.focusLevel && !isWhole(span)) {
        moveTo(panTo(span, spanOfNode(picture, node)), false);
      }
    },
    zoom(factor, aroundX, isGliding = false) {
      if (picture === undefined) {
        return;
      }
      const { width } = picture.viewport;
      const at = aroundX === undefined ? 0.5 : Math.min(1, Math.max(0, (aroundX - placeInWindow().left) / width));
      moveTo(zoomAround(isGliding ? span : presentSpan(), at, factor, narrowest(picture)), isGliding);
    },
    pan(right, down, isGliding = false) {
      if (picture === undefined) {
        return false;
      }
      const hasMoved = moveTo(panBy(isGliding ? span : presentSpan(), right / picture.viewport.width), isGliding);
      const before = scroller.scrollTop;
      if (down !== 0) {
        scroller.scrollTop = before + down;
      }
      return hasMoved || scroller.scrollTop !== before;
    },
    centre(across, down) {
      if (across !== undefined) {
        moveTo(centreOn(span, across), false);
      }
      if (down !== undefined && picture !== undefined) {
        scroller.scrollTop = down * contentHeight(picture) - picture.height / 2;
      }
    },
    reset() {
      moveTo(WHOLE_SPAN, true);
    },
    isZoomed: () => !isWhole(span),
    canScroll: () => picture !== undefined && contentHeight(picture) > picture.height,
    dispose() {
      stopListening();
      frame.cancel();
      renderer.dispose();
    },
  };
}

/** CSS pixels from the graph's upper edge to where flames stand: as low as the whole profile needs, if there is room. */
export function groundOf({ layout, height }: Pick<StagePicture, 'layout' | 'height'>): number {
  return Math.min(height, layout.levels * ROW_HEIGHT);
}

function contentHeight({ viewport }: StagePicture): number {
  return viewport.rows * ROW_HEIGHT;
}

/** CSS pixels. The scroller has none where nothing is laid out, as in tests. */
function roomIn(scroller: HTMLElement, { width }: StagePicture): number {
  return scroller.clientWidth > 0 ? scroller.clientWidth : width;
}

/** A flame's root stays where it is, whatever its height becomes: rows come and go on top, and scrolling counts from there. */
function keepRoot(scroller: HTMLElement, before: StagePicture, next: StagePicture) {
  if (next.viewport.orientation === 'root-bottom') {
    const isTurned = before.viewport.orientation !== 'root-bottom';
    const below = isTurned ? 0 : contentHeight(before) - before.height - scroller.scrollTop;
    scroller.scrollTop = Math.max(0, contentHeight(next) - next.height - Math.max(0, below));
  } else if (before.viewport.orientation === 'root-bottom') {
    scroller.scrollTop = 0;
  }
}
