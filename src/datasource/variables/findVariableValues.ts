import type { MetricFindValue } from '@grafana/data';
import { assertNever } from '../../base/assertNever';
import type { TimeSpan } from '../../base/units';
import { describeProfileType } from '../../catalogue/describeProfileType';
import type { PyroscopeClient } from '../../pyroscope/client';
import type { ProfilesVariableQuery } from '../profilesQuery';
import { asFindValues, labelNames, labelValues, profileTypeIds } from './labelLookup';

/** What a variable of the dashboard can be, its query's own variables replaced already. */
export async function findVariableValues(
  client: PyroscopeClient,
  query: ProfilesVariableQuery,
  span: TimeSpan,
  signal: AbortSignal
): Promise<MetricFindValue[]> {
  const scope = { labelSelector: query.labelSelector, profileTypeId: query.profileTypeId, span };
  const type = query.type ?? 'profileType';
  switch (type) {
    case 'profileType':
      return profileTypeValues(await profileTypeIds(client, { labelSelector: query.labelSelector, span }, signal));
    case 'service':
      return asFindValues(await labelValues(client, 'service_name', scope, signal));
    case 'label':
      return asFindValues(await labelNames(client, scope, signal));
    case 'labelValue':
      return query.labelName === undefined || query.labelName === ''
        ? []
        : asFindValues(await labelValues(client, query.labelName, scope, signal));
    default:
      return assertNever(type);
  }
}

/** Types under their names; with their ids besides where several have the same name. */
function profileTypeValues(ids: readonly string[]): MetricFindValue[] {
  const labels = ids.map((id) => describeProfileType(id).label);
  return ids.map((id, i) => {
    const label = labels[i];
    const isAmbiguous = label !== id && labels.indexOf(label) !== labels.lastIndexOf(label);
    return { text: isAmbiguous ? `${label} (${id})` : label, value: id };
  });
}
