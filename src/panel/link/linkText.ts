import { epochMs } from '../../base/units';
import type { ColourScheme, FlameGraphState, ProfileViewKind } from '../../flamegraph/view/flameGraphState';
import { VIEW_OPTIONS } from '../../flamegraph/viewer/viewChoice';
import type { TimelineExemplar } from '../../timeline/layout/exemplarPlaces';
import { isStackFilter } from '../isStackFilter';
import { COLOUR_OPTIONS } from '../migratePanelOptions';
import type { PlotChoice } from '../plotProps';
import type { RangeSelection } from '../usePartProfile';
import { textOfWord, wordOfText } from './textWord';

/** What a link to a panel brings back. Absent fields are as they are at first. */
export interface LinkedView {
  /** Key of the tab. */
  readonly tab?: string;
  readonly state?: FlameGraphState;
  readonly range?: RangeSelection;
  /** The single profile, or span, that is shown in place of all. */
  readonly single?: TimelineExemplar;
  readonly plot?: PlotChoice;
}

/** A view as one word of an address. */
export interface LinkText {
  /** At most `LONGEST_LINK` long; empty where there is nothing to bring back. */
  readonly text: string;
  /** What of the view had no room, in words: "the zoom". */
  readonly leftOut: readonly string[];
}

/** Of a link's text, in characters: with the rest of an address it must pass through any proxy. */
export const LONGEST_LINK = 2000;

/** The version of the form, and what stands between it and the rest. */
const VERSION = '1.';

/** What gives way where not all has room, what is easiest chosen again first: what it is, and the view without it. */
const GIVES_WAY: ReadonlyArray<readonly [words: string, without: (view: LinkedView) => LinkedView | undefined]> = [
  ['the zoom', withoutState('focus')],
  ['the filters', withoutState('filters')],
  ['the hidden series', ({ plot, ...view }) => plot?.hidden && { ...view, plot: { ...plot, hidden: undefined } }],
  ['the chosen function', withoutState('chosen')],
  ['the search', withoutState('search')],
];

function withoutState(field: keyof FlameGraphState) {
  return ({ state, ...view }: LinkedView) =>
    state?.[field] === undefined ? undefined : { ...view, state: { ...state, [field]: undefined } };
}

export function linkText(view: LinkedView): LinkText {
  let shortened = view;
  let text = wordOf(view);
  const leftOut: string[] = [];
  for (const [words, without] of GIVES_WAY) {
    const shorter = text === undefined ? without(shortened) : undefined;
    if (shorter !== undefined) {
      leftOut.push(words);
      shortened = shorter;
      text = wordOf(shorter);
    }
  }
  return text === undefined ? { text: '', leftOut: ['what is seen'] } : { text, leftOut };
}

/** Undefined: it is too long. */
function wordOf(view: LinkedView): string | undefined {
  if (Object.values(view).every((value) => value === undefined)) {
    return '';
  }
  const text = JSON.stringify(view);
  // The word is longer than the text: one that can be no word is not made into one, as paths may be of megabytes.
  const word = text.length > LONGEST_LINK ? undefined : `${VERSION}${wordOfText(text)}`;
  return word === undefined || word.length > LONGEST_LINK ? undefined : word;
}

/** The view of a link. Links are written by anybody: what is unknown or of a wrong type is left out. */
export function viewOfLink(text: string): LinkedView {
  const parsed =
    text.length <= LONGEST_LINK && text.startsWith(VERSION) ? parse(text.slice(VERSION.length)) : undefined;
  if (!isObject(parsed)) {
    return {};
  }
  return present({
    tab: asText(parsed.tab),
    state: isObject(parsed.state) ? stateOf(parsed.state) : undefined,
    range: isObject(parsed.range) ? rangeOf(parsed.range) : undefined,
    single: isObject(parsed.single) ? singleOf(parsed.single) : undefined,
    plot: isObject(parsed.plot) ? plotOf(parsed.plot) : undefined,
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
    areDetailsOpen: oneOf([true], state.areDetailsOpen),
    sort: isObject(state.sort) ? sortOf(state.sort) : undefined,
    sandwichSplit: asShare(state.sandwichSplit),
    filters: kept.length === 0 ? undefined : kept,
  });
}

/** Which columns there are a table knows. */
function sortOf({ column, descending }: Record<string, unknown>): FlameGraphState['sort'] {
  return isText(column) && typeof descending === 'boolean' ? { column, descending } : undefined;
}

function plotOf({ kind, hidden }: Record<string, unknown>): PlotChoice {
  return present<PlotChoice>({
    kind: oneOf(['heatmap'], kind),
    hidden: Array.isArray(hidden) && hidden.every(isText) ? hidden : undefined,
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

function singleOf(single: Record<string, unknown>): TimelineExemplar | undefined {
  const { time, value, labels } = single;
  const ids = {
    profileId: asText(single.profileId),
    spanId: asText(single.spanId),
    traceId: asText(single.traceId),
  };
  if (!Number.isFinite(time) || !Number.isFinite(value) || (ids.profileId ?? ids.spanId) === undefined) {
    return undefined;
  }
  return present<TimelineExemplar>({
    time: Number(time),
    value: Number(value),
    valueText: asText(single.valueText),
    labels: Array.isArray(labels) ? labels.filter(isLabel).map((label) => ({ ...label })) : [],
    ...ids,
  });
}

function isLabel(value: unknown): value is TimelineExemplar['labels'][number] {
  return isObject(value) && isText(value.name) && isText(value.value);
}

function parse(word: string): unknown {
  try {
    return JSON.parse(textOfWord(word));
  } catch {
    // No link of ours: it says nothing.
    return undefined;
  }
}

function oneOf<const T>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value);
}

function asShare(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 1 ? value : undefined;
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
