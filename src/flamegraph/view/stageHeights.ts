import { ROW_HEIGHT, type StagePicture } from './flameStage';

type Heights = Pick<StagePicture, 'layout' | 'viewport' | 'height'>;

/** CSS pixels of all rows of the picture, seen or not. */
export function contentHeight({ viewport }: Pick<StagePicture, 'viewport'>): number {
  return viewport.rows * ROW_HEIGHT;
}

/** CSS pixels from the graph's upper edge to where flames stand: as low as the whole profile needs, if there is room. */
export function groundOf({ layout, viewport, height }: Heights): number {
  return Math.min(height, (layout.levels - viewport.topLevel) * ROW_HEIGHT);
}

/** CSS pixels from the graph's upper edge to row 0. A flame stands on its ground, whatever the height of what is focused. */
export function topOfRows(picture: Heights, scrollTop: number): number {
  const isFlame = picture.viewport.orientation === 'root-bottom';
  const free = isFlame ? groundOf(picture) - contentHeight(picture) : 0;
  return Math.max(0, free) - scrollTop;
}

/** A flame's root stays where it is, whatever its height becomes: rows come and go on top, and scrolling counts from there. */
export function keepRoot(scroller: HTMLElement, before: Heights, next: Heights): void {
  if (next.viewport.orientation === 'root-bottom') {
    const isTurned = before.viewport.orientation !== 'root-bottom';
    const below = isTurned ? 0 : contentHeight(before) - before.height - scroller.scrollTop;
    scroller.scrollTop = Math.max(0, contentHeight(next) - next.height - Math.max(0, below));
  } else if (before.viewport.orientation === 'root-bottom') {
    scroller.scrollTop = 0;
  }
}

/** Scrolls as little as it takes to see a row, `covered` CSS pixels of the root's end being hidden. */
export function scrollToRow(scroller: HTMLElement, { viewport, height }: Heights, row: number, covered: number): void {
  const top = row * ROW_HEIGHT;
  const above = viewport.orientation === 'root-top' ? covered : 0;
  if (top < scroller.scrollTop + above) {
    scroller.scrollTop = top - above;
  } else if (top + ROW_HEIGHT > scroller.scrollTop + height - (covered - above)) {
    scroller.scrollTop = top + ROW_HEIGHT - height + (covered - above);
  }
}
