import type { ProfileViewKind } from '../view/flameGraphState';

/** `auto`: both flame graph and table where there is room for them, else the flame graph. */
export type ViewOption = 'auto' | ProfileViewKind;

export const VIEW_OPTIONS: readonly ViewOption[] = ['auto', 'flamegraph', 'both', 'table', 'tree', 'sandwich'];

/** In menus and on buttons. */
export const VIEW_NAMES: Readonly<Record<ProfileViewKind, string>> = {
  flamegraph: 'Flame graph',
  both: 'Both',
  table: 'Table',
  tree: 'Call tree',
  sandwich: 'Sandwich',
};

/** CSS pixels: below this there is room for a picture alone. */
export const LEAST_HEIGHT_FOR_MORE = 200;
/** CSS pixels: a wide panel shows both by itself. */
const WIDE = 860;
/** CSS pixels: in a narrower panel neither would be readable beside the other. */
const LEAST_WIDTH_FOR_BOTH = 560;
/** The table's part of the width beside the flame graph. */
const TABLE_SHARE = 0.4;

/** The views that a user may choose from in a viewer of this size, in CSS pixels; one: there is nothing to choose. */
export function offeredViews(wanted: ViewOption, width: number, height: number): readonly ProfileViewKind[] {
  if (height < LEAST_HEIGHT_FOR_MORE) {
    return [wanted === 'auto' || wanted === 'both' || wanted === 'sandwich' ? 'flamegraph' : wanted];
  }
  return width < LEAST_WIDTH_FOR_BOTH
    ? ['flamegraph', 'table', 'tree', 'sandwich']
    : ['flamegraph', 'both', 'table', 'tree', 'sandwich'];
}

/** What is shown of what is wanted. */
export function shownView(wanted: ViewOption, width: number, height: number): ProfileViewKind {
  const best = wanted === 'auto' ? (width >= WIDE ? 'both' : 'flamegraph') : wanted;
  const offered = offeredViews(wanted, width, height);
  return offered.includes(best) ? best : 'flamegraph';
}

/** CSS pixels that the table takes of a width that it shares with the flame graph. */
export function tableWidth(width: number): number {
  return Math.round(width * TABLE_SHARE);
}
