import type { SampleUnit } from '../profile/callTree';

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

/** What values with that Grafana unit are counted in; 'unknown' for what is no time, size or count. */
export function sampleUnitOfGrafana(unit: string | undefined): SampleUnit {
  switch (unit) {
    case 'ns':
      return 'nanoseconds';
    case MICROSECONDS:
      return 'microseconds';
    case 'ms':
      return 'milliseconds';
    case 's':
      return 'seconds';
    case 'bytes':
    case 'decbytes':
      return 'bytes';
    case 'short':
    case 'none':
      return 'count';
    default:
      return 'unknown';
  }
}
