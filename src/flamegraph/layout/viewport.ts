import { assertNever } from '../../base/assertNever';
import type { CallTree, NodeIndex } from '../../profile/callTree';
import { levelsDownTo } from './levelSearch';
import type { Span } from './span';
import { levelOf, startOf, type TreeLayout } from './treeLayout';

/** Which end of the stacks is drawn on top: `root-top` is an icicle, `root-bottom` a flame. */
export type Orientation = 'root-top' | 'root-bottom';

/** What a picture shows of a layout. Only the focus, its ancestors and its subtree are in it. */
export interface Viewport {
  readonly focus: NodeIndex;
  /** Number of ancestors of the focus. */
  readonly focusLevel: number;
  /** What the width spans, in tree units from the root's left edge: the focus's box, or a part of it. */
  readonly from: number;
  readonly to: number;
  /** Width in CSS pixels. */
  readonly width: number;
  readonly orientation: Orientation;
  /** The outermost level that has a row: 0, or 1 where the root has none. */
  readonly topLevel: number;
  /** Rows of the whole picture, the focus's ancestors included. */
  readonly rows: number;
}

/** The focus across the full width, and as many rows as its deepest stack needs. */
export function viewportOf(
  layout: TreeLayout,
  focus: NodeIndex,
  width: number,
  orientation: Orientation = 'root-top',
  topLevel = 0
): Viewport {
  const focusLevel = levelOf(layout, focus);
  const from = startOf(layout, focus, focusLevel);
  const to = from + layout.weight[focus];
  const rows = levelsDownTo(layout, focus, focusLevel) - topLevel;
  return { focus, focusLevel, from, to, width, orientation, topLevel, rows };
}

/** A part of what a viewport spans. */
export function partOf(viewport: Viewport, { from, to }: Span): Viewport {
  const width = viewport.to - viewport.from;
  return { ...viewport, from: viewport.from + from * width, to: viewport.from + to * width };
}

/** Row, counted from the top of the whole picture, of a level. */
export function rowOfLevel(viewport: Viewport, level: number): number {
  switch (viewport.orientation) {
    case 'root-top':
      return level - viewport.topLevel;
    case 'root-bottom':
      return viewport.rows - 1 - (level - viewport.topLevel);
    default:
      return assertNever(viewport.orientation);
  }
}

export function levelOfRow(viewport: Viewport, row: number): number {
  const fromRoot = viewport.orientation === 'root-top' ? row : viewport.rows - 1 - row;
  return fromRoot + viewport.topLevel;
}

/** CSS pixels of one tree unit; 0 where the viewport spans nothing. */
export function pixelsPerUnit(viewport: Viewport): number {
  const span = viewport.to - viewport.from;
  return span > 0 ? viewport.width / span : 0;
}

/** Whether a node is in the picture of a focus: it lies in the focus, or the focus in it. */
export function isInPicture(tree: CallTree, focus: NodeIndex, node: NodeIndex): boolean {
  const [outer, inner] = node < focus ? [node, focus] : [focus, node];
  return inner < tree.subtreeEnd[outer];
}

/** The focus, or its innermost ancestor whose picture also shows the node. */
export function innermostAround(tree: CallTree, focus: NodeIndex, node: NodeIndex): NodeIndex {
  let around = focus;
  while (!isInPicture(tree, around, node)) {
    around = tree.parent[around];
  }
  return around;
}

/** Whether two viewports show the same of a layout. */
export function isSameViewport(a: Viewport, b: Viewport): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.width === b.width &&
    a.rows === b.rows &&
    a.topLevel === b.topLevel &&
    a.focus === b.focus &&
    a.orientation === b.orientation
  );
}
