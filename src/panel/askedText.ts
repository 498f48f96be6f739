import type { DataQuery, InterpolateFunction, PanelData } from '@grafana/data';
import { describeProfileType } from '../catalogue/describeProfileType';

/** What the queries asked for, in words: "CPU of {service_name="checkout"}"; undefined where they are not about profiles. */
export function askedText({ request }: PanelData, replaceVariables: InterpolateFunction): string | undefined {
  const asked = (request?.targets ?? []).filter(isProfileQuery).map(({ profileTypeId, labelSelector }) => {
    const { label } = describeProfileType(replaceVariables(profileTypeId, request?.scopedVars));
    const selector = replaceVariables(labelSelector ?? '', request?.scopedVars).trim();
    return selector === '' || selector === '{}' ? `${label} of all services` : `${label} of ${selector}`;
  });
  return asked.length === 0 ? undefined : [...new Set(asked)].join('; ');
}

/** Our own queries and those of Grafana's Pyroscope data source. */
function isProfileQuery(target: DataQuery): target is DataQuery & { profileTypeId: string; labelSelector?: string } {
  return 'profileTypeId' in target && typeof target.profileTypeId === 'string' && target.profileTypeId !== '';
}
