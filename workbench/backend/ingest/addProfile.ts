import { randomUUID } from 'node:crypto';
import { DecodeError } from '../../../src/base/decodeError';
import { decodePprof } from '../../../src/profile/pprof/decodePprof';
import type { PprofProfile } from '../../../src/profile/pprof/pprofProfile';
import { invalidArgument } from '../http/connectError';
import { isGzip, unpack } from '../http/readBody';
import { labelValue, PROFILE_NAME, PROFILE_TYPE, SERVICE_NAME, sortedLabels, type Label } from '../labels';
import type { Store, StoredProfile } from '../store';
import { groupSamples } from './sampleLabels';
import { checkLabels } from './checkLabels';
import { treeOfSamples } from './treeOfSamples';

export interface PushedProfile {
  readonly labels: readonly Label[];
  readonly pprof: PprofProfile;
  /** A UUID, if the profiler gave one. */
  readonly id?: string;
}

/** What a series is called that was pushed without a service. */
const UNKNOWN_SERVICE = 'unknown_service';

/** Labels that say how to store a profile, and are not stored. */
const instructions: ReadonlySet<string> = new Set(['__delta__', '__order__']);

/**
 * Reads a pprof as it was pushed, with gzip or without.
 *
 * @throws ConnectError for what is no pprof
 */
export async function readPprof(bytes: Uint8Array): Promise<PprofProfile> {
  const plain = isGzip(bytes) ? await unpack(bytes) : bytes;
  try {
    return decodePprof(plain);
  } catch (error) {
    if (error instanceof DecodeError) {
      throw invalidArgument(error.problem.detail ?? error.message, { cause: error });
    }
    throw error;
  }
}

/**
 * Puts a pprof into the store: one profile for each of its sample types and each label set that its samples have, as
 * Pyroscope does. Profile types are named `__name__:sample type:unit:period type:period unit`. A profile without any
 * value is taken and forgotten.
 *
 * @throws ConnectError in Pyroscope's words if the labels or the profile are refused
 */
export function addProfile(store: Store, { labels, pprof, id = randomUUID() }: PushedProfile): void {
  if (pprof.sampleTypes.length === 0) {
    throw invalidArgument('empty profile');
  }
  if (pprof.sampleTypes.some(({ type }) => type.includes('-'))) {
    throw invalidArgument('sample type contains -');
  }
  const kept = labels.filter(({ name }) => !instructions.has(name));
  const hasService = kept.some(({ name, value }) => name === SERVICE_NAME && value !== '');
  const profileLabels = checkLabels(hasService ? kept : [...kept, { name: SERVICE_NAME, value: UNKNOWN_SERVICE }]);

  const profiles: StoredProfile[] = [];
  for (const group of groupSamples(pprof, profileLabels)) {
    checkLabels(group.labels);
    pprof.sampleTypes.forEach((_, sampleType) => {
      const total = sum(pprof, group.samples, sampleType);
      if (total > 0) {
        const typed = typedLabels(pprof, sampleType, group.labels);
        profiles.push({
          id,
          labels: typed,
          profileTypeId: labelValue(typed, PROFILE_TYPE),
          total,
          tree: once(() => treeOfSamples(pprof, group.samples, sampleType)),
          samples: group.samples,
          sampleType,
        });
      }
    });
  }
  if (profiles.length > 0) {
    // Nanoseconds are more than a double can hold, thousandths of a millisecond are not.
    const time = pprof.timeNanos === 0n ? store.now() : Number(pprof.timeNanos / 1000n) / 1000;
    store.add({ time, pprof, profiles });
  }
}

/** With the private labels by which Pyroscope finds a sample type (pkg/phlaredb/labels/labels.go). */
function typedLabels(pprof: PprofProfile, sampleType: number, labels: readonly Label[]) {
  const { type, unit } = pprof.sampleTypes[sampleType];
  const period = pprof.periodType;
  const name = labelValue(labels, PROFILE_NAME);
  const periodLabels =
    period.type === '' && period.unit === ''
      ? []
      : [
          { name: '__period_type__', value: period.type },
          { name: '__period_unit__', value: period.unit },
        ];
  return sortedLabels([
    { name: PROFILE_TYPE, value: `${name}:${type}:${unit}:${period.type}:${period.unit}` },
    { name: '__service_name__', value: labelValue(labels, SERVICE_NAME) },
    { name: '__type__', value: type },
    { name: '__unit__', value: unit },
    ...periodLabels,
    ...labels,
  ]);
}

function sum({ samples, sampleTypes }: PprofProfile, which: Uint32Array, sampleType: number): number {
  return which.reduce((total, sample) => total + samples.values[sample * sampleTypes.length + sampleType], 0);
}

/** Most profiles are asked for never or often: what is made of one is made at the first question, and kept. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
