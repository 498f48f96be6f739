import { useCallback, useEffect, useRef, useState } from 'react';
import type { FlameGraphState } from './flameGraphState';

/** Changes some of the state; a field that is given as undefined is dropped. */
export type ChangeState = (change: Partial<FlameGraphState>) => void;

/** The state that the owner gives, or the view's own where nobody does. The owner hears of every change. */
export function useFlameGraphState(
  given: FlameGraphState | undefined,
  onChange: ((state: FlameGraphState) => void) | undefined
): [FlameGraphState, ChangeState] {
  const [own, setOwn] = useState<FlameGraphState>({});
  const state = given ?? own;
  // Two changes may come before the owner has drawn the first: the second must build on it.
  const latest = useRef(state);
  useEffect(() => {
    latest.current = state;
  }, [state]);
  const change = useCallback<ChangeState>(
    (part) => {
      const entries = Object.entries({ ...latest.current, ...part }).filter(([, value]) => value !== undefined);
      latest.current = Object.fromEntries(entries);
      setOwn(latest.current);
      onChange?.(latest.current);
    },
    [onChange]
  );
  return [state, change];
}
