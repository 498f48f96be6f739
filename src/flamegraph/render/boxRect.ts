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
export function boxRect({ boxes, rowHeight, top }: FlameScene, at: number, look: number, ratio: number, rect: BoxRect) {
  const gap = Math.max(1, Math.floor(ratio));
  const topPixels = toDevicePixels(top, ratio);
  const rowPixels = rowHeight * ratio;
  const left = Math.round(boxes.x[at] * ratio);
  const right = Math.round((boxes.x[at] + boxes.width[at]) * ratio);
  const isGapped = look > Look.narrowHit && right - left >= MIN_GAPPED_WIDTH;
  rect.x = left;
  rect.y = topPixels + Math.round(boxes.row[at] * rowPixels);
  rect.width = Math.max(1, right - left - (isGapped ? gap : 0));
  rect.height = topPixels + Math.round((boxes.row[at] + 1) * rowPixels) - rect.y - gap;
}
