import type { SampleUnit } from '../base/sampleUnit';

/**
 * A profile type, such as `process_cpu:cpu:nanoseconds:cpu:nanoseconds`: one sample type of one kind of profile. Parts
 * may be empty (`off_cpu:off_cpu:nanoseconds::`).
 */
export interface ProfileType {
  /** The id as it was given. */
  readonly id: string;
  readonly name: string;
  readonly sampleType: string;
  /** The unit as the profiler wrote it; `sampleUnitOf` gives the one we know it as. */
  readonly sampleUnit: string;
  readonly periodType: string;
  readonly periodUnit: string;
}

/**
 * The parts of a profile type id, or undefined where the backend would refuse it. As in Pyroscope's
 * pkg/model/profile.go there are five, and a sixth ("delta") is allowed and means nothing.
 */
export function parseProfileTypeId(id: string): ProfileType | undefined {
  const parts = id.split(':');
  const [name, sampleType, sampleUnit, periodType, periodUnit] = parts;
  if (
    parts.length > 6 ||
    name === undefined ||
    sampleType === undefined ||
    sampleUnit === undefined ||
    periodType === undefined ||
    periodUnit === undefined
  ) {
    return undefined;
  }
  return { id, name, sampleType, sampleUnit, periodType, periodUnit };
}

/** What values of a profile of this type are counted in: the third part of the id. */
export function sampleUnitOf(profileTypeId: string): SampleUnit {
  const unit = parseProfileTypeId(profileTypeId)?.sampleUnit;
  switch (unit) {
    case 'nanoseconds':
    case 'microseconds':
    case 'milliseconds':
    case 'seconds':
    case 'bytes':
    case 'count':
      return unit;
    case undefined:
    default:
      return 'unknown';
  }
}
