const DIGITS = /^\d+$/;

const secondsOfUnit: ReadonlyArray<readonly [RegExp, number]> = [
  [/^s/, 1],
  [/^(mon|M)/, 30 * 24 * 3600],
  [/^m/, 60],
  [/^h/, 3600],
  [/^d/, 24 * 3600],
  [/^w/, 7 * 24 * 3600],
  [/^y/, 365 * 24 * 3600],
];

/**
 * A time as `/ingest` takes it, in milliseconds since the Unix epoch: seconds, milliseconds, microseconds or
 * nanoseconds since the epoch, told apart by their digits, or `now-1h30m` (Pyroscope's pkg/og/util/attime). Absent or
 * not understood: now.
 */
export function readIngestTime(text: string | null, now: number): number {
  const plain = (text ?? '').replaceAll(/[\s_,]/g, '');
  if (DIGITS.test(plain)) {
    return Number(plain) * millisecondsOf(plain.length);
  }
  const offset = /([+-])(.*)$/.exec(plain);
  if (offset === null) {
    return now;
  }
  let seconds = 0;
  for (const [, count, unit] of offset[2].matchAll(/(\d+)([a-zA-Z]+)/g)) {
    seconds += Number(count) * (secondsOfUnit.find(([pattern]) => pattern.test(unit))?.[1] ?? 0);
  }
  return now + (offset[1] === '-' ? -1000 : 1000) * seconds;
}

function millisecondsOf(digits: number): number {
  switch (digits) {
    case 13:
      return 1;
    case 16:
      return 1e-3;
    case 19:
      return 1e-6;
    default:
      return 1000;
  }
}
