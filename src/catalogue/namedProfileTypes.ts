import { describeProfileType } from './describeProfileType';
import { profileFamilies, type ProfileTypeDescription } from './profileTypeDescription';

export interface NamedProfileType extends ProfileTypeDescription {
  /** The label, with the id besides where several types of the list have the same. */
  readonly name: string;
}

/**
 * The profile types of a list under names that tell them apart, in the order in which people look at them: by family,
 * times and bytes before mere counts.
 */
export function namedProfileTypes(ids: readonly string[]): NamedProfileType[] {
  const types = [...new Set(ids)].map(describeProfileType).sort(byWhatPeopleLookAtFirst);
  const uses = new Map<string, number>();
  for (const { label } of types) {
    uses.set(label, (uses.get(label) ?? 0) + 1);
  }
  return types.map((type) => ({
    ...type,
    name: uses.get(type.label) === 1 ? type.label : `${type.label} (${type.id})`,
  }));
}

function byWhatPeopleLookAtFirst(a: ProfileTypeDescription, b: ProfileTypeDescription): number {
  return (
    profileFamilies.indexOf(a.family) - profileFamilies.indexOf(b.family) ||
    Number(a.sampleUnit === 'count') - Number(b.sampleUnit === 'count') ||
    a.label.localeCompare(b.label) ||
    a.id.localeCompare(b.id)
  );
}
