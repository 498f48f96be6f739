import { PROFILE_TYPE, labelValue } from '../labels';
import type { LabelTest } from '../matchLabels';
import { parseProfileTypeId } from '../../../src/pyroscope/profileTypeId';
import { invalidArgument } from '../http/connectError';
import type { Selected, Store } from '../store';
import { checkRange } from './limits';
import { readSelector } from './selector';

/** What every question about profiles of one type says. */
export interface ProfileTarget {
  readonly profileTypeID: string;
  readonly labelSelector: string;
  /** Milliseconds since the Unix epoch, both included. */
  readonly start: bigint;
  readonly end: bigint;
  /** Only profiles with these ids. Empty or absent: all. */
  readonly profileIdSelector?: readonly string[];
}

/**
 * The profiles that a question is about, in order of time.
 *
 * @throws ConnectError in Pyroscope's words if the question cannot be read or is refused
 */
export function selectProfiles(store: Store, target: ProfileTarget): Selected[] {
  const isOfType = readProfileType(target.profileTypeID);
  const range = checkRange(target, store.now());
  const fits = readSelector(target.labelSelector);
  if (range === undefined) {
    return [];
  }
  const selected = store.select((labels) => isOfType(labels) && fits(labels), range.start, range.end);
  const ids = new Set(target.profileIdSelector ?? []);
  return ids.size === 0 ? selected : selected.filter(({ profile }) => ids.has(profile.id));
}

/** @throws ConnectError for an id that is none */
export function readProfileType(id: string): LabelTest {
  const type = parseProfileTypeId(id);
  if (type === undefined) {
    const parts = id.split(':').length;
    throw invalidArgument(
      `profile-type selection must be of the form <name>:<sample-type>:<sample-unit>:<period-type>:<period-unit>(:delta), got(${parts}): ${JSON.stringify(id)}`
    );
  }
  const { name, sampleType, sampleUnit, periodType, periodUnit } = type;
  const label = [name, sampleType, sampleUnit, periodType, periodUnit].join(':');
  return (labels) => labelValue(labels, PROFILE_TYPE) === label;
}
