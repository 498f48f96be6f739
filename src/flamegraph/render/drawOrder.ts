import { type BoxBuffers, BoxFlag } from '../layout/boxBuffers';
import type { FlamePalette } from '../layout/palette';

/** How a box is filled, for boxes that are not filled by their colour. Colour c is `FIRST_COLOUR + c`. */
export const Look = { sliver: 0, narrowHit: 1, truncated: 2, muted: 3 } as const;
export const FIRST_COLOUR = 4;

/** CSS pixels: hits that are narrower, which a colour of their own would hide among others, all have one colour. */
const MIN_COLOURED_HIT = 5;

/** A box's look. Ancestors of the focus are muted as misses are: they are there for orientation. */
export function lookOf(boxes: BoxBuffers, at: number): number {
  const flags = boxes.flags[at];
  const isSliver = (flags & BoxFlag.sliver) !== 0;
  if (flags & BoxFlag.hit && (isSliver || boxes.width[at] < MIN_COLOURED_HIT)) {
    return Look.narrowHit;
  }
  if (isSliver) {
    return flags & BoxFlag.coloured && !(flags & BoxFlag.miss) ? FIRST_COLOUR + boxes.colour[at] : Look.sliver;
  }
  if (flags & BoxFlag.truncated) {
    return Look.truncated;
  }
  const isMuted = flags & BoxFlag.miss || (flags & BoxFlag.ancestor && !(flags & BoxFlag.hit));
  return isMuted ? Look.muted : FIRST_COLOUR + boxes.colour[at];
}

/** Boxes of one look after those of another, so that the fill changes as often as there are looks. */
export interface DrawOrder {
  /** Positions in the buffers. */
  readonly order: Uint32Array;
  /** Look -> its first index in `order`; the next look's is where it ends. */
  readonly first: Uint32Array;
}

/** A counting sort: linear, stable. */
export function drawOrder(boxes: BoxBuffers, palette: FlamePalette): DrawOrder {
  const looks = FIRST_COLOUR + palette.fills.length;
  const first = new Uint32Array(looks + 1);
  const look = new Uint8Array(boxes.count);
  for (let at = 0; at < boxes.count; at++) {
    look[at] = lookOf(boxes, at);
    first[look[at] + 1]++;
  }
  for (let at = 0; at < looks; at++) {
    first[at + 1] += first[at];
  }
  const next = first.slice();
  const order = new Uint32Array(boxes.count);
  for (let at = 0; at < boxes.count; at++) {
    order[next[look[at]]++] = at;
  }
  return { order, first };
}
