import { useEffect, useState } from 'react';
import type { TimeZone } from '@grafana/data';
import type { ProfileQuestion } from '../profile/profileSource';
import type { comparedText } from './comparedText';

/** The two questions that a comparison answers. */
export interface Compared {
  readonly baseline: ProfileQuestion;
  readonly compared: ProfileQuestion;
}

/** What is compared, in words, which are loaded with the first comparison. Undefined until then, and of none. */
export function useComparedText(sides: Compared | undefined, timeZone: TimeZone): string | undefined {
  const [write, setWrite] = useState<typeof comparedText>();
  const isWanted = sides !== undefined;
  useEffect(() => {
    let isOver = false;
    if (isWanted) {
      import('./comparedText').then(
        (loaded) => isOver || setWrite(() => loaded.comparedText),
        (error: unknown) => {
          // As a component that cannot be loaded: for whoever shows errors of the panel.
          setWrite(() => {
            throw error;
          });
        }
      );
    }
    return () => {
      isOver = true;
    };
  }, [isWanted]);
  return sides && write?.(sides.baseline, sides.compared, timeZone);
}
