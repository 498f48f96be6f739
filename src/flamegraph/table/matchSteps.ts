import { useEffect } from 'react';

/** How a search field that stands elsewhere leads from match to match: 1 to the next, -1 to the one before. */
export interface MatchSteps {
  current: ((direction: 1 | -1) => void) | undefined;
}

/** Gives a table's own way from match to match to whoever has the search field. */
export function useMatchSteps(steps: MatchSteps | undefined, step: (direction: 1 | -1) => void): void {
  useEffect(() => {
    if (steps === undefined) {
      return;
    }
    steps.current = step;
    return () => {
      steps.current = undefined;
    };
  });
}

/** Where a key leads among matches; undefined for other keys. */
export function matchDirection(key: string): 1 | -1 | undefined {
  return key === 'n' ? 1 : key === 'N' ? -1 : undefined;
}
