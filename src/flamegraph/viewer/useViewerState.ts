import { useCallback, useEffect, useRef, useState } from 'react';
import { withChange } from '../table/stateChange';
import type { FlameGraphState } from '../view/flameGraphState';
import { NO_HISTORY, redo, remember, undo, type ViewerHistory } from './viewerHistory';

/** The viewer's state as its views change it, with the ways back and forward. */
export interface ViewerState {
  /** Changes some of the state; a field that is given as undefined is dropped. */
  readonly change: (part: Partial<FlameGraphState>) => void;
  /** Takes a state as a view made it of the one that it was given. */
  readonly replace: (state: FlameGraphState) => void;
  /** Absent: there is nothing to undo, or redo. */
  readonly undo?: () => void;
  readonly redo?: () => void;
}

export function useViewerState(state: FlameGraphState, onStateChange: (state: FlameGraphState) => void): ViewerState {
  const [history, setHistory] = useState<ViewerHistory>(NO_HISTORY);
  // Two changes may come before the owner has drawn the first: the second must build on it.
  const latest = useRef({ state, onStateChange });
  useEffect(() => {
    latest.current = { state, onStateChange };
  }, [state, onStateChange]);
  const go = useCallback((next: FlameGraphState) => {
    latest.current.state = next;
    latest.current.onStateChange(next);
  }, []);
  const replace = useCallback(
    (next: FlameGraphState) => {
      const before = latest.current.state;
      setHistory((known) => remember(known, before, next));
      go(next);
    },
    [go]
  );
  const change = useCallback(
    (part: Partial<FlameGraphState>) => replace(withChange(latest.current.state, part)),
    [replace]
  );
  const wayTo = (step: typeof undo) =>
    step(history, state) === undefined
      ? undefined
      : () => {
          const found = step(history, latest.current.state);
          if (found !== undefined) {
            setHistory(found.history);
            go(found.state);
          }
        };
  return { change, replace, undo: wayTo(undo), redo: wayTo(redo) };
}
