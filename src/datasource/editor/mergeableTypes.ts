import { describeProfileType } from '../../catalogue/describeProfileType';

/** Those of some profile types whose values can be added to another one's. */
export function mergeableTypes(ids: readonly string[], profileTypeId: string): string[] {
  const own = describeProfileType(profileTypeId);
  return ids.filter((id) => {
    const { sampleUnit, aggregation } = describeProfileType(id);
    return id !== profileTypeId && sampleUnit === own.sampleUnit && aggregation === own.aggregation;
  });
}
