import { useEffect, useMemo, useReducer } from 'react';
import { NameRanking } from './nameRanking';

/** Milliseconds of work at a time: half a frame. */
const SLICE = 8;

/**
 * Index of a name -> its place in the order of the names; undefined while that is worked out, which begins when it is
 * first wanted and never holds the page up. Small tables are ready at once.
 */
export function useNameRanks(names: readonly string[], isWanted: boolean): Uint32Array | undefined {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const ranking = useMemo(() => new NameRanking(names), [names]);
  const isReady = isWanted && (ranking.ranks !== undefined || ranking.advance(SLICE));
  useEffect(() => {
    if (!isWanted || isReady) {
      return;
    }
    let timer = setTimeout(function work() {
      if (ranking.advance(SLICE)) {
        redraw();
      } else {
        timer = setTimeout(work);
      }
    });
    return () => clearTimeout(timer);
  }, [ranking, isWanted, isReady]);
  return isReady ? ranking.ranks : undefined;
}
