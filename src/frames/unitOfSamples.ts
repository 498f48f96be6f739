import type { SampleUnit } from '../base/sampleUnit';

/** Grafana writes it with U+00B5, the micro sign, not with the Greek letter. */
const MICROSECONDS = '\u00b5s';

/** SampleUnit -> the id of Grafana's unit for it, which formats values and is what the core panel decides titles by. */
export const GRAFANA_UNITS: Readonly<Record<SampleUnit, string>> = {
  nanoseconds: 'ns',
  microseconds: MICROSECONDS,
  milliseconds: 'ms',
  seconds: 's',
  bytes: 'bytes',
  count: 'short',
  unknown: 'short',
};

const SAMPLE_UNITS: ReadonlyMap<string, SampleUnit> = new Map([
  ['ns', 'nanoseconds'],
  [MICROSECONDS, 'microseconds'],
  ['ms', 'milliseconds'],
  ['s', 'seconds'],
  ['bytes', 'bytes'],
  ['decbytes', 'bytes'],
  ['short', 'count'],
  ['none', 'count'],
]);

/** What values with that Grafana unit are counted in; 'unknown' for what is no time, size or count. */
export function sampleUnitOfGrafana(unit: string | undefined): SampleUnit {
  return SAMPLE_UNITS.get(unit ?? '') ?? 'unknown';
}
