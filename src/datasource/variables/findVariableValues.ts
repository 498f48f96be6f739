import type { MetricFindValue } from '@grafana/data';
import { assertNever } from '../../base/assertNever';
import type { TimeSpan } from '../../base/units';
import { namedProfileTypes } from '../../catalogue/namedProfileTypes';
import type { PyroscopeClient } from '../../pyroscope/client';
import { defaultProfileType } from '../answers/defaultProfileType';
import type { ProfilesVariableQuery } from '../profilesQuery';
import { asFindValues, labelNames, labelValues, profileTypeIds, valuesIn } from './labelLookup';
import { topFunctions } from './topFunctions';

/** A list that somebody chooses from by eye and by typing. */
const MOST_FUNCTIONS = 100;

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
    case 'labelValue': {
      const names = valuesIn(query.labelName);
      const values = await Promise.all(names.map((name) => labelValues(client, name, scope, signal)));
      return asFindValues([...new Set(values.flat())]);
    }
    case 'function':
      return asFindValues(await functionNames(client, query, span, signal));
    default:
      return assertNever(type);
  }
}

/** Of the profile type that is named, or of the one that queries without a type ask for. */
async function functionNames(
  client: PyroscopeClient,
  query: ProfilesVariableQuery,
  span: TimeSpan,
  signal: AbortSignal
): Promise<string[]> {
  const [named] = valuesIn(query.profileTypeId);
  const labelSelector = query.labelSelector ?? '{}';
  const profileTypeId =
    named ?? defaultProfileType(await profileTypeIds(client, { labelSelector, span }, signal), undefined);
  const { by = 'self', limit = MOST_FUNCTIONS, functionName: name = '' } = query;
  return topFunctions(client, { profileTypeId, labelSelector, span, by, limit, name }, signal);
}
