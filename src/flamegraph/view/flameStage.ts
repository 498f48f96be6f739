import type { NodeIndex } from '../../profile/callTree';
import type { LabelAlign } from '../layout/fitLabel';
import type { FlamePalette } from '../layout/palette';
import type { Span } from '../layout/span';
import type { TreeLayout } from '../layout/treeLayout';
import type { Viewport } from '../layout/viewport';
import type { BoxLook } from '../layout/visibleBoxes';
import type { BoxLabels } from '../render/renderer';

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
