import { toDevicePixels } from '../../base/units';
import { Look } from './drawOrder';
import type { FlameScene } from './renderer';

/** Device pixels: narrower boxes keep their right edge, because a gap would take too much of them. */
const MIN_GAPPED_WIDTH = 4;

/** Where a box is filled, in device pixels. */
export interface BoxRect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Puts the place of a box into `rect`: on whole device pixels, with a gap at its right and below. */
export function boxRect(scene: FlameScene, at: number, look: number, ratio: number, rect: BoxRect) {
  const { boxes } = scene;
  rowRect(scene, boxes.row[at], ratio, rect);
  const left = Math.round(boxes.x[at] * ratio);
  const right = Math.round((boxes.x[at] + boxes.width[at]) * ratio);
  const isGapped = look > Look.narrowHit && right - left >= MIN_GAPPED_WIDTH;
  rect.x = left;
  rect.width = Math.max(1, right - left - (isGapped ? gapOf(ratio) : 0));
}

/** The same of what all boxes of a row have in common. */
export function rowRect(
  { rowHeight, top }: FlameScene,
  row: number,
  ratio: number,
  rect: Pick<BoxRect, 'y' | 'height'>
) {
  const topPixels = toDevicePixels(top, ratio);
  const rowPixels = rowHeight * ratio;
  rect.y = topPixels + Math.round(row * rowPixels);
  rect.height = topPixels + Math.round((row + 1) * rowPixels) - rect.y - gapOf(ratio);
}

function gapOf(ratio: number): number {
  return Math.max(1, Math.floor(ratio));
}
