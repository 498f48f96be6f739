const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
  ['ms', 1],
] as const;

/** A duration as `readDuration` reads it, whole milliseconds and nothing left out: `7d`, `1d12h`, `1m30s`; `0s` for none. */
export function durationText(ms: number): string {
  let left = Math.round(ms);
  const parts = UNITS.map(([unit, size]) => {
    const count = Math.floor(left / size);
    left -= count * size;
    return count === 0 ? '' : `${count}${unit}`;
  });
  return parts.join('') || '0s';
}
