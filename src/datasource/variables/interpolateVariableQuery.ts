import type { ProfilesVariableQuery } from '../profilesQuery';
import { interpolateSelector, type Replace } from '../queries/interpolateSelector';

/**
 * A variable's query with the variables that it depends on replaced. Where one of several values stands in for a
 * profile type or a label, all of them are meant: they come out separated by commas, as `LabelScope` has them.
 */
export function interpolateVariableQuery(query: ProfilesVariableQuery, replace: Replace): ProfilesVariableQuery {
  const list = (text: string | undefined) => replace(text ?? '', 'csv').trim();
  return {
    ...query,
    profileTypeId: list(query.profileTypeId),
    labelName: list(query.labelName),
    labelSelector: interpolateSelector(query.labelSelector ?? '{}', replace),
    functionName: replace(query.functionName ?? ''),
  };
}
