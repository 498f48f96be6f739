import { milliseconds, type Milliseconds } from '../base/units';

const MS_OF_UNIT: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
  y: 365 * 86_400_000,
};
const PART = /(\d+(?:\.\d+)?)(ms|[smhdwy])/g;
const WHOLE = new RegExp(`^(?:${PART.source})+$`);

/** A duration as Prometheus and Go write it, `1d`, `24h0m0s` or `1h30m`; undefined for anything else. */
export function readDuration(text: string): Milliseconds | undefined {
  if (!WHOLE.test(text)) {
    return undefined;
  }
  let sum = 0;
  for (const [, count, unit] of text.matchAll(PART)) {
    sum += Number(count) * MS_OF_UNIT[unit];
  }
  return milliseconds(sum);
}
