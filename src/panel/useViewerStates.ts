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
 */
export function useViewerStates(options: PanelOptions) {
  const [chosen, setChosen] = useState<Readonly<Record<string, Chosen>>>({});
  const now = stateOfOptions(options);
  const key = JSON.stringify(now);
  return {
    stateOf(tab: string): FlameGraphState {
      const one = chosen[tab];
      if (one === undefined) {
        return now;
      }
      return one.options === key
        ? one.state
        : adoptOptions(one.state, JSON.parse(one.options) as ReturnType<typeof stateOfOptions>, now);
    },
    setState(tab: string, state: FlameGraphState) {
      setChosen((all) => ({ ...all, [tab]: { state, options: key } }));
    },
  };
}
