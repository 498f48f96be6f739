import { useMemo, useRef } from 'react';

type Path = readonly string[];

/** More ways back than anyone remembers. */
const LONGEST = 100;

/** The focuses that led to the present one, so that Escape can go back as a browser does. */
export interface FocusHistory {
  left(focus: Path): void;
  /** The focus before the present one: the whole profile's empty path where none is known. */
  back(): Path;
}

export function useFocusHistory(): FocusHistory {
  const paths = useRef<Path[]>([]);
  return useMemo(
    () => ({
      left(focus) {
        paths.current = [...paths.current.slice(1 - LONGEST), focus];
      },
      back() {
        const last = paths.current[paths.current.length - 1];
        paths.current = paths.current.slice(0, -1);
        return last ?? [];
      },
    }),
    []
  );
}
