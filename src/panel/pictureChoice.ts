import { LEAST_HEIGHT_FOR_MORE } from './timelineHeight';

/** Which pictures of a profile are drawn. */
export type Pictures = 'flamegraph' | 'both' | 'table';

/** `auto`: both where there is room for them, else the flame graph. */
export type PicturesOption = 'auto' | Pictures;

export const PICTURES_OPTIONS: readonly PicturesOption[] = ['auto', 'flamegraph', 'both', 'table'];

/** CSS pixels: a wide panel shows both by itself. */
const WIDE = 860;
/** CSS pixels: in a narrower panel neither would be readable beside the other. */
const LEAST_WIDTH_FOR_BOTH = 560;
/** The table's part of the width beside the flame graph. */
const TABLE_SHARE = 0.4;

/** The pictures that a user may choose from in a panel of this size, in CSS pixels; one: there is nothing to choose. */
export function offeredPictures(wanted: PicturesOption, width: number, height: number): readonly Pictures[] {
  if (height < LEAST_HEIGHT_FOR_MORE) {
    return [wanted === 'table' ? 'table' : 'flamegraph'];
  }
  return width < LEAST_WIDTH_FOR_BOTH ? ['flamegraph', 'table'] : ['flamegraph', 'both', 'table'];
}

/** What is drawn of what is wanted. */
export function shownPictures(wanted: PicturesOption, width: number, height: number): Pictures {
  const best = wanted === 'auto' ? (width >= WIDE ? 'both' : 'flamegraph') : wanted;
  const offered = offeredPictures(wanted, width, height);
  return offered.includes(best) ? best : 'flamegraph';
}

/** CSS pixels that the table takes of a width that it shares with the flame graph. */
export function tableWidth(width: number): number {
  return Math.round(width * TABLE_SHARE);
}
