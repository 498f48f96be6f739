import type { TreeLayout } from './treeLayout';
import { levelOf } from './treeLayout';
import { innermostAround, type Viewport } from './viewport';

/**
 * What is seen on the way from one viewport of a layout to another, at `part` of the way, 0 to 1. Every box moves
 * steadily towards its place: the scale changes by equal factors in equal times around the one place that stays.
 * While on the way, all that either of them shows is there, so the focus is what both lie in.
 */
export function viewportBetween(layout: TreeLayout, start: Viewport, end: Viewport, part: number): Viewport {
  const startSpan = start.to - start.from;
  const endSpan = end.to - end.from;
  if (part >= 1 || !(startSpan > 0) || !(endSpan > 0)) {
    return end;
  }
  const span = startSpan * (endSpan / startSpan) ** part;
  const isPan = Math.abs(endSpan - startSpan) < 1e-6 * startSpan;
  const from = isPan
    ? start.from + (end.from - start.from) * part
    : start.from + ((end.from - start.from) * (startSpan - span)) / (startSpan - endSpan);
  const focus = innermostAround(layout.tree, start.focus, end.focus);
  const around = focus === end.focus ? end.focusLevel : levelOf(layout, focus);
  return { ...end, focus, focusLevel: around, from, to: from + span };
}
