import { useCallback, useState } from 'react';

/** So many times as many callers are looked into where more are wanted, up to as many as fit into memory. */
const MORE = 8;
const FIRST = 16_384 * MORE;
const MOST = 1_048_576;

/** How far callers are looked into, for `InvertOptions`; absent: as far as is usual. And the way further. */
export function useCallerBound(): readonly [maxNodes: number | undefined, lookFurther: () => void] {
  const [maxNodes, setMaxNodes] = useState<number>();
  const lookFurther = useCallback(
    () => setMaxNodes((known) => (known === undefined ? FIRST : Math.min(MOST, known * MORE))),
    []
  );
  return [maxNodes, lookFurther];
}
