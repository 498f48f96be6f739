import { useEffect, useMemo, useRef, useState } from 'react';

interface OwnTask<T> {
  /** Of the work before, until that of this is there; undefined at first. */
  readonly value: T | undefined;
  /** The value is not of this work. */
  readonly isBusy: boolean;
}

/**
 * What `work` gives: at once where it `isLittle`, otherwise from a task of its own, so that the page can draw before it
 * and whatever else comes of the same change is not in the same task. Other work begins when `work` is another function;
 * what has not begun is given up then.
 */
export function useOwnTask<T>(work: () => T, isLittle: boolean): OwnTask<T> {
  const [done, setDone] = useState<{ readonly work: () => T; readonly value: T }>();
  const atOnce = useMemo(() => (isLittle ? { work, value: work() } : undefined), [work, isLittle]);
  const current = atOnce ?? (done?.work === work ? done : undefined);
  const isBusy = current === undefined;
  const before = useRef(current);
  useEffect(() => {
    before.current = current ?? before.current;
  }, [current]);
  useEffect(() => {
    if (!isBusy) {
      return;
    }
    const timer = setTimeout(() => setDone({ work, value: work() }));
    return () => clearTimeout(timer);
  }, [isBusy, work]);
  return { value: (current ?? before.current)?.value, isBusy };
}
