import type { FillMark } from '../layout/palette';

/** Device pixels of one tile; also the size of an SVG's pattern, in CSS pixels. */
export const TILE = 8;
/** Left ends of the diagonal stripes at the tile's bottom: what leaves the tile at its right comes back at its left. */
export const STRIPES: readonly number[] = [-TILE, 0];
export const DOT_RADIUS = 1.6;
/** Middles of the dots: two rows, each between those of the other. */
export const DOTS: ReadonlyArray<readonly [number, number]> = [
  [2, 2],
  [6, 6],
];

/** A fill with a mark upon it, as a pattern; null where the browser gives no second canvas. */
export function fillPattern(fill: string, mark: FillMark): CanvasPattern | null {
  const tile = document.createElement('canvas');
  tile.width = TILE;
  tile.height = TILE;
  const context = tile.getContext('2d');
  if (context === null) {
    return null;
  }
  context.fillStyle = fill;
  context.fillRect(0, 0, TILE, TILE);
  context.fillStyle = mark.colour;
  context.beginPath();
  if (mark.shape === 'stripes') {
    for (const shift of STRIPES) {
      context.moveTo(shift, TILE);
      context.lineTo(shift + TILE, 0);
      context.lineTo(shift + TILE + TILE / 2, 0);
      context.lineTo(shift + TILE / 2, TILE);
      context.closePath();
    }
  } else {
    for (const [x, y] of DOTS) {
      context.moveTo(x + DOT_RADIUS, y);
      context.arc(x, y, DOT_RADIUS, 0, 2 * Math.PI);
    }
  }
  context.fill();
  return context.createPattern(tile, 'repeat');
}
