import type { CallTree } from '../../profile/callTree';
import { nodeByPath } from '../../profile/nodePath';

/** Names from the root's child down to the place that is asked about; empty for the whole profile. */
export type Place = readonly string[];

export const WHOLE: Place = [];

/** What was asked for of a profile; of the next one with the same question it is asked for again. */
export interface OpenedPlaces {
  /** The latest last, at most `MOST_PLACES`. */
  readonly places: readonly Place[];
  /**
   * How many nodes the whole had when more of it was asked for, by request or because its backend knows no call sites.
   * Absent: it was not.
   */
  readonly moreThan?: number;
}

export const NOTHING_OPENED: OpenedPlaces = { places: [] };

/** So many places are asked for again after a refresh: those that were opened before them are cut again. */
export const MOST_PLACES = 8;

/** The same with one more, which is the latest. */
export function withOpened(opened: OpenedPlaces, place: Place): OpenedPlaces {
  const others = opened.places.filter((other) => !isSamePlace(other, place));
  return { ...opened, places: [...others, place].slice(-MOST_PLACES) };
}

/** Whether anything of what was open is cut in the new profile. */
export function isToBeAskedAgain(base: CallTree, { places, moreThan }: OpenedPlaces): boolean {
  return (moreThan !== undefined ? [WHOLE, ...places] : places).some((place) => isCutBelow(base, place));
}

export function isCutBelow(tree: CallTree, place: Place): boolean {
  const node = nodeByPath(tree, place);
  return node !== undefined && tree.truncated?.some((cut) => cut >= node && cut < tree.subtreeEnd[node]) === true;
}

export function placeKey(place: Place): string {
  return JSON.stringify(place);
}

export function isSamePlace(a: Place | undefined, b: Place): boolean {
  return a !== undefined && placeKey(a) === placeKey(b);
}
