import { cssPixels } from '../../base/units';
import type { NodeIndex } from '../../profile/callTree';
import { createBoxBuffers } from '../layout/boxBuffers';
import { nodeAt, NO_NODE } from '../layout/nodeAt';
import { nodeRect } from '../layout/nodeRect';
import type { LabelAlign } from '../layout/fitLabel';
import type { FlamePalette } from '../layout/palette';
import type { TreeLayout } from '../layout/treeLayout';
import type { Viewport } from '../layout/viewport';
import { type BoxLook, visibleBoxes } from '../layout/visibleBoxes';
import { createFrameRequest } from '../render/frameRequest';
import type { BoxLabels, FlameRenderer } from '../render/renderer';

/** CSS pixels from one row's top to the next one's. */
export const ROW_HEIGHT = 20;

/** What is to be seen. A new object is a new picture. */
export interface StagePicture {
  readonly layout: TreeLayout;
  /** Its width is put right by the stage, which knows whether there is a scroll bar. */
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

/**
 * Where pictures are drawn and pointed at: between React, which says what is to be seen, and the renderer. Whatever
 * changes is drawn once in the next frame; pointing moves an outline and draws nothing.
 */
export interface FlameStage {
  show(picture: StagePicture): void;
  /** Draws the same picture again: after scrolling, or when the font has arrived. */
  refresh(): void;
  /** The node drawn at a place in the window, or `NO_NODE`. */
  nodeAt(clientX: number, clientY: number): NodeIndex;
  /** Outlines a node, or none. */
  pointTo(node: NodeIndex): void;
  /** Scrolls as little as it takes to see a node's row. */
  reveal(node: NodeIndex): void;
  dispose(): void;
}

export function createFlameStage(elements: StageElements, renderer: FlameRenderer): FlameStage {
  const { scroller } = elements;
  const boxes = createBoxBuffers();
  const frame = createFrameRequest(draw);
  const stopListening = listenForDisplayChanges(() => frame.request());
  let picture: StagePicture | undefined;
  let viewport: Viewport | undefined;
  let pointed: NodeIndex = NO_NODE;
  /** As of the last frame. Asking the scroller lays out the page, which is too much for a movement of the pointer. */
  let scrollTop = 0;

  function draw() {
    if (picture === undefined || viewport === undefined) {
      return;
    }
    const { layout, look, labels, palette, height, align } = picture;
    scrollTop = scroller.scrollTop;
    const firstRow = Math.floor(scrollTop / ROW_HEIGHT);
    const lastRow = Math.floor((scrollTop + height - 1) / ROW_HEIGHT);
    visibleBoxes(layout, viewport, firstRow, lastRow, look, boxes);
    renderer.resize(cssPixels(viewport.width), cssPixels(height), window.devicePixelRatio || 1);
    renderer.draw({ boxes, labels, palette, rowHeight: cssPixels(ROW_HEIGHT), top: cssPixels(-scrollTop), align });
    placeOutline(elements.currentOutline, picture.current);
    placeOutline(elements.hoverOutline, pointed);
  }

  function placeOutline(outline: HTMLElement, node: NodeIndex) {
    const rect = picture && viewport && node !== NO_NODE ? nodeRect(picture.layout, viewport, node) : undefined;
    if (rect === undefined) {
      outline.style.visibility = 'hidden';
      return;
    }
    const y = rect.row * ROW_HEIGHT - scrollTop;
    outline.style.transform = `translate(${rect.x}px, ${y}px)`;
    outline.style.width = `${rect.width}px`;
    outline.style.visibility = 'visible';
  }

  return {
    show(next) {
      picture = next;
      // Zero where nothing is laid out, as in tests.
      const width = scroller.clientWidth > 0 ? scroller.clientWidth : next.width;
      viewport = { ...next.viewport, width };
      frame.request();
    },
    refresh() {
      frame.request();
    },
    nodeAt(clientX, clientY) {
      if (picture === undefined || viewport === undefined) {
        return NO_NODE;
      }
      const { left, top } = scroller.getBoundingClientRect();
      const row = Math.floor((clientY - top + scrollTop) / ROW_HEIGHT);
      return nodeAt(picture.layout, viewport, clientX - left, row);
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
      const rect = picture && viewport && nodeRect(picture.layout, viewport, node);
      if (picture === undefined || rect === undefined) {
        return;
      }
      const top = rect.row * ROW_HEIGHT;
      if (top < scroller.scrollTop) {
        scroller.scrollTop = top;
      } else if (top + ROW_HEIGHT > scroller.scrollTop + picture.height) {
        scroller.scrollTop = top + ROW_HEIGHT - picture.height;
      }
    },
    dispose() {
      stopListening();
      frame.cancel();
      renderer.dispose();
    },
  };
}

/** Calls back when the window moves to a screen of another pixel density, and when fonts have arrived. */
function listenForDisplayChanges(onChange: () => void): () => void {
  let stopWatching = watchDensity();
  function watchDensity() {
    const query = window.matchMedia(`(resolution: ${window.devicePixelRatio || 1}dppx)`);
    const onDensity = () => {
      stopWatching();
      stopWatching = watchDensity();
      onChange();
    };
    query.addEventListener('change', onDensity);
    return () => query.removeEventListener('change', onDensity);
  }
  // Not there in every environment that the view runs in, jsdom for one.
  const fonts = 'fonts' in document ? document.fonts : undefined;
  fonts?.addEventListener('loadingdone', onChange);
  return () => {
    stopWatching();
    fonts?.removeEventListener('loadingdone', onChange);
  };
}
