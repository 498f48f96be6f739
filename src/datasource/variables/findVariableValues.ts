import type { MetricFindValue } from '@grafana/data';
import { assertNever } from '../../base/assertNever';
import type { TimeSpan } from '../../base/units';
import { namedProfileTypes } from '../../catalogue/namedProfileTypes';
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
    case 'profileType': {
      const ids = await profileTypeIds(client, { labelSelector: query.labelSelector, span }, signal);
      return namedProfileTypes(ids).map(({ id, name }) => ({ text: name, value: id }));
    }
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
