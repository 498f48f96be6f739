import type { SampleUnit } from '../base/sampleUnit';

const UNITS: Readonly<Record<string, SampleUnit>> = {
  nanoseconds: 'nanoseconds',
  ns: 'nanoseconds',
  microseconds: 'microseconds',
  us: 'microseconds',
  milliseconds: 'milliseconds',
  ms: 'milliseconds',
  seconds: 'seconds',
  s: 'seconds',
  bytes: 'bytes',
  byte: 'bytes',
  count: 'count',
  samples: 'count',
  objects: 'count',
};

/** What the unit of a pprof sample type, or of a profile type id, means here: 'unknown' for units of a profiler's own. */
export function sampleUnitOf(unit: string): SampleUnit {
  return Object.hasOwn(UNITS, unit) ? UNITS[unit] : 'unknown';
}
