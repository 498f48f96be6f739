import { useState } from 'react';
import type { FlameGraphState } from '../flamegraph/view/flameGraphState';
import type { PanelOptions } from './panelOptions';
import { adoptOptions, stateOfOptions } from './viewerOptions';

interface Chosen {
  readonly state: FlameGraphState;
  /** Options of the panel when it was chosen, as JSON. */
  readonly options: string;
}

/**
 * What was chosen in each of a panel's tabs. It outlives refreshes and ranges; an option that is changed later wins.
 *
 * @param first what a link brought for one tab
 */
export function useViewerStates(
  options: PanelOptions,
  first: { readonly tab: string; readonly state?: FlameGraphState }
) {
  const now = stateOfOptions(options);
  const key = JSON.stringify(now);
  const [chosen, setChosen] = useState<Readonly<Record<string, Chosen>>>(() =>
    first.state === undefined ? {} : { [first.tab]: { state: first.state, options: key } }
  );
  const stateOf = (tab: string): FlameGraphState => {
    const one = chosen[tab];
    if (one === undefined) {
      return now;
    }
    return one.options === key
      ? one.state
      : adoptOptions(one.state, JSON.parse(one.options) as ReturnType<typeof stateOfOptions>, now);
  };
  return {
    /** Undefined where all is as the options say. */
    chosenIn(tab: string): FlameGraphState | undefined {
      const state = stateOf(tab);
      return isSameState(state, now) ? undefined : state;
    },
    stateOf,
    setState(tab: string, state: FlameGraphState | undefined) {
      setChosen(({ [tab]: _, ...others }) =>
        state === undefined ? others : { ...others, [tab]: { state, options: key } }
      );
    },
  };
}

/** Whatever order their fields came in. */
function isSameState(a: FlameGraphState, b: FlameGraphState): boolean {
  const fields = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<keyof FlameGraphState>;
  return [...fields].every((field) => JSON.stringify(a[field]) === JSON.stringify(b[field]));
}
