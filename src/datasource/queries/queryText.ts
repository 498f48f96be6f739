import { describeProfileType } from '../../catalogue/describeProfileType';
import { parseLabelSelector } from '../../pyroscope/labelSelector';
import type { ProfilesQuery } from '../profilesQuery';

/** One line for the query history and for collapsed queries: `CPU {service_name="checkout"} by pod`. */
export function queryText({ profileTypeId, labelSelector, groupBy }: ProfilesQuery): string {
  const type =
    profileTypeId === undefined || profileTypeId === '' ? 'Profiles' : describeProfileType(profileTypeId).label;
  const by = groupBy === undefined || groupBy.length === 0 ? '' : ` by ${groupBy.join(', ')}`;
  return `${type} ${labelSelector?.trim() || '{}'}${by}`;
}

/** A title for people: "CPU of checkout", or "CPU" where the selector names no single service. */
export function profileTitle(profileTypeId: string, labelSelector: string): string {
  const { label } = describeProfileType(profileTypeId);
  const parsed = parseLabelSelector(labelSelector);
  const service = parsed.ok
    ? parsed.matchers.find(({ name, op }) => name === 'service_name' && op === '=')?.value
    : undefined;
  return service === undefined || service === '' ? label : `${label} of ${service}`;
}
