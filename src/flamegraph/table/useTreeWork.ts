import { useEffect, useMemo, useRef, useState } from 'react';
import { problemOf, type Problem } from '../../base/problem';
import { loadedTreeOperations, loadTreeOperations } from '../../worker/loadTreeOperations';
import type { TreeOperations } from '../../worker/treeOperations';

/** Work on trees that may take long. */
export interface TreeWork<T> {
  /** The outcome where that needs no time; undefined otherwise. Without operations: they are not loaded yet. */
  readonly atOnce: (operations: TreeOperations | undefined) => T | undefined;
  readonly run: (operations: TreeOperations, signal: AbortSignal) => Promise<T>;
}

export interface TreeWorkState<T> {
  /** The outcome; until it is there, that of the work before. */
  readonly outcome: T | undefined;
  readonly isPending: boolean;
  readonly failed: Problem | undefined;
}

/** The outcome of work on trees. Other work begins when `work` is another object; what it was before is given up then. */
export function useTreeWork<T>(work: TreeWork<T>): TreeWorkState<T> {
  const atOnce = useMemo(() => work.atOnce(loadedTreeOperations()), [work]);
  const [settled, setSettled] = useState<{ work: TreeWork<T>; outcome?: T; failed?: Problem }>();
  const before = useRef<T>(undefined);
  const isPending = atOnce === undefined && settled?.work !== work;
  useEffect(() => {
    if (!isPending) {
      return;
    }
    const working = new AbortController();
    const { signal } = working;
    loadTreeOperations()
      .then((operations) => {
        signal.throwIfAborted();
        return work.run(operations, signal);
      })
      .then(
        (outcome) => !signal.aborted && setSettled({ work, outcome }),
        (error: unknown) => !signal.aborted && setSettled({ work, failed: problemOf(error) })
      );
    return () => working.abort();
  }, [isPending, work]);
  const current = atOnce ?? (settled?.work === work ? settled.outcome : undefined);
  useEffect(() => {
    if (current !== undefined) {
      before.current = current;
    }
  }, [current]);
  return {
    outcome: current ?? before.current,
    isPending,
    failed: settled?.work === work ? settled.failed : undefined,
  };
}
