import type { VariableValueOption } from '@grafana/scenes';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { profileFamilies, type ProfileTypeDescription } from '../../catalogue/profileTypeDescription';

/** Profile type ids as options under the names that people know, the one that people look at first at the top. */
export function profileTypeOptions(ids: readonly string[]): VariableValueOption[] {
  const types = ids.map(describeProfileType).sort(byWhatPeopleLookAtFirst);
  const uses = new Map<string, number>();
  for (const { label } of types) {
    uses.set(label, (uses.get(label) ?? 0) + 1);
  }
  return types.map(({ id, label }) => ({
    value: id,
    // One service may send the same thing from two profilers.
    label: uses.get(label) === 1 ? label : `${label} (${id})`,
  }));
}

/** By family, then times and bytes before mere counts. */
function byWhatPeopleLookAtFirst(a: ProfileTypeDescription, b: ProfileTypeDescription): number {
  return (
    profileFamilies.indexOf(a.family) - profileFamilies.indexOf(b.family) ||
    Number(a.sampleUnit === 'count') - Number(b.sampleUnit === 'count') ||
    a.label.localeCompare(b.label)
  );
}
