import type { FlameGraphState } from '../view/flameGraphState';

/** The state with something else chosen; a field that is given as undefined is dropped. */
export function withChange(state: FlameGraphState, change: Partial<FlameGraphState>): FlameGraphState {
  const entries = Object.entries({ ...state, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}
