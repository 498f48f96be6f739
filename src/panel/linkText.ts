import { epochMs } from '../base/units';
import type { ColourScheme, FlameGraphState, ProfileViewKind } from '../flamegraph/view/flameGraphState';
import { VIEW_OPTIONS } from '../flamegraph/viewer/viewChoice';
import { isStackFilter } from './isStackFilter';
import { COLOUR_OPTIONS } from './migratePanelOptions';
import type { RangeSelection } from './usePartProfile';

/** What a link to a panel brings back. Absent fields are as they are at first. */
export interface LinkedView {
  /** Key of the tab. */
  readonly tab?: string;
  readonly state?: FlameGraphState;
  readonly range?: RangeSelection;
}

/** Of a link's text, in characters: with the rest of an address, and escaped, it must pass through any proxy. */
export const LONGEST_LINK = 2000;

/** What of a state gives way first where not all has room: what is easiest chosen again. */
const GIVES_WAY = ['focus', 'filters', 'chosen', 'search'] as const;

/** A view as compact JSON with its version, at most `LONGEST_LINK` long; empty where there is nothing to bring back. */
export function linkText(view: LinkedView): string {
  let { state = {} } = view;
  for (const next of [undefined, ...GIVES_WAY]) {
    if (next !== undefined) {
      state = { ...state, [next]: undefined };
    }
    const text = jsonOf({ ...view, state });
    if (text.length <= LONGEST_LINK) {
      return text;
    }
  }
  return '';
}

function jsonOf({ tab, state, range }: LinkedView): string {
  const view = {
    tab,
    state: Object.values(state ?? {}).some((value) => value !== undefined) ? state : undefined,
    range,
  };
  return Object.values(view).every((value) => value === undefined) ? '' : JSON.stringify({ v: 1, ...view });
}

/** The view of a link. Links are written by anybody: what is unknown or of a wrong type is left out. */
export function viewOfLink(text: string): LinkedView {
  const parsed = text.length <= LONGEST_LINK ? parse(text) : undefined;
  if (!isObject(parsed) || parsed.v !== 1) {
    return {};
  }
  return present({
    tab: asText(parsed.tab),
    state: isObject(parsed.state) ? stateOf(parsed.state) : undefined,
    range: isObject(parsed.range) ? rangeOf(parsed.range) : undefined,
  });
}

function stateOf(state: Record<string, unknown>): FlameGraphState {
  const { focus, filters } = state;
  const views = VIEW_OPTIONS.filter((view): view is ProfileViewKind => view !== 'auto');
  const schemes = COLOUR_OPTIONS.filter((scheme): scheme is ColourScheme => scheme !== 'auto');
  const kept = Array.isArray(filters) ? filters.filter(isStackFilter) : [];
  return present<FlameGraphState>({
    focus: Array.isArray(focus) && focus.length > 0 && focus.every(isText) ? focus : undefined,
    search: asText(state.search),
    searchIsRegex: oneOf([true], state.searchIsRegex),
    searchIn: oneOf(['file', 'package'], state.searchIn),
    chosen: asText(state.chosen),
    view: oneOf(views, state.view),
    isInverted: oneOf([true], state.isInverted),
    orientation: oneOf(['root-bottom'], state.orientation),
    colours: oneOf(schemes, state.colours),
    align: oneOf(['right'], state.align),
    diffBy: oneOf(['value'], state.diffBy),
    filters: kept.length === 0 ? undefined : kept,
  });
}

function rangeOf({ from, to, comparedWith }: Record<string, unknown>): RangeSelection | undefined {
  return Number.isSafeInteger(from) && Number.isSafeInteger(to) && Number(from) < Number(to)
    ? present({
        from: epochMs(Number(from)),
        to: epochMs(Number(to)),
        comparedWith: oneOf(['rest', 'before'], comparedWith),
      })
    : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No link of ours: it says nothing.
    return undefined;
  }
}

function oneOf<const T>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function asText(value: unknown): string | undefined {
  return isText(value) && value !== '' ? value : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Without the fields that are undefined. */
function present<T extends object>(value: T): T {
  const entries: ReadonlyArray<readonly [string, unknown]> = Object.entries(value);
  return Object.fromEntries(entries.filter(([, field]) => field !== undefined)) as T;
}
