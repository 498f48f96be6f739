import { withChange } from '../table/stateChange';
import type { FlameGraphState } from '../view/flameGraphState';

/** What undo brings back: what of the profile is seen, and how. A search is typed letter by letter: not that. */
const NOTHING = { filters: undefined, focus: undefined, chosen: undefined, view: undefined, isInverted: undefined };

type UndoableState = Pick<FlameGraphState, keyof typeof NOTHING>;

/** Plain JSON. */
export interface ViewerHistory {
  /** Oldest first; the last is what undo brings back. */
  readonly past: readonly UndoableState[];
  /** What redo brings back first stands first. */
  readonly future: readonly UndoableState[];
}

/** More ways back than anyone remembers. */
const LONGEST = 100;

export const NO_HISTORY: ViewerHistory = { past: [], future: [] };

/** The history after a change from one state to the next; the same object where nothing changed that undo knows. */
export function remember(history: ViewerHistory, before: FlameGraphState, after: FlameGraphState): ViewerHistory {
  const left = undoableOf(before);
  return isSame(left, undoableOf(after)) ? history : { past: [...history.past.slice(1 - LONGEST), left], future: [] };
}

/** The state before the last change, or undefined where there was none. */
export function undo(history: ViewerHistory, now: FlameGraphState) {
  const { past, future } = history;
  const last = past[past.length - 1];
  return last === undefined
    ? undefined
    : { state: withUndoable(now, last), history: { past: past.slice(0, -1), future: [undoableOf(now), ...future] } };
}

/** The state that was undone last, or undefined where there is none. */
export function redo(history: ViewerHistory, now: FlameGraphState) {
  const [next, ...future] = history.future;
  return next === undefined
    ? undefined
    : { state: withUndoable(now, next), history: { past: [...history.past, undoableOf(now)], future } };
}

function undoableOf({ filters, focus, chosen, view, isInverted }: FlameGraphState): UndoableState {
  return withChange({}, { filters, focus, chosen, view, isInverted });
}

function withUndoable(state: FlameGraphState, part: UndoableState): FlameGraphState {
  return withChange(state, { ...NOTHING, ...part });
}

function isSame(a: UndoableState, b: UndoableState): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
