import { describeProfileType } from '../../catalogue/describeProfileType';
import { parseLabelSelector } from '../../pyroscope/labelSelector';
import type { ProfilesQuery } from '../profilesQuery';

/** One line for the query history and for collapsed queries: `CPU {service_name="checkout"} by pod`. */
export function queryText(query: ProfilesQuery): string {
  const { profileTypeId, otherProfileTypeIds = [], labelSelector, groupBy, groupProfileBy, limit } = query;
  const type =
    profileTypeId === undefined || profileTypeId === ''
      ? 'Profiles'
      : [profileTypeId, ...otherProfileTypeIds].map((id) => describeProfileType(id).label).join(' + ');
  const labels = new Set([...(groupBy ?? []), ...(groupProfileBy ? [groupProfileBy] : [])]);
  const by = labels.size === 0 ? '' : ` by ${[...labels].join(', ')}`;
  const top = limit === undefined ? '' : `, top ${limit}`;
  return `${beginning(query)}${type} ${labelSelector?.trim() || '{}'}${by}${top}${selected(query)}${comparison(query)}`;
}

function selected({ spanSelector, traceIdSelector, profileIdSelector }: ProfilesQuery): string {
  const counted = (ids: readonly string[] = [], noun: string) =>
    ids.length === 0 ? '' : ` of ${ids.length} ${noun}${ids.length === 1 ? '' : 's'}`;
  return counted(spanSelector, 'span') + counted(traceIdSelector, 'trace') + counted(profileIdSelector, 'profile');
}

function beginning({ queryType, functions = {}, heatmapType, marks }: ProfilesQuery): string {
  if (marks !== undefined) {
    return `${marks[0].toUpperCase()}${marks.slice(1)}: `;
  }
  switch (queryType) {
    case 'functions': {
      const like = functions.name ? ` like "${functions.name}"` : '';
      return `Functions${functions.as === 'series' ? ' over time' : ''}${like}: `;
    }
    case 'heatmap':
      return heatmapType === 'span' ? 'Heatmap of spans: ' : 'Heatmap: ';
    case 'exemplars':
      return heatmapType === 'span' ? 'Single spans: ' : 'Single profiles: ';
    case undefined:
    default:
      return '';
  }
}

function comparison({ queryType, baseline = {} }: ProfilesQuery): string {
  if (queryType !== 'diff') {
    return '';
  }
  const { shift, from, to, profileTypeId, labelSelector, service } = baseline;
  const words = [
    shift ? `${shift} earlier` : '',
    from || to ? `${from ?? ''} to ${to ?? ''}` : '',
    profileTypeId ? describeProfileType(profileTypeId).label : '',
    labelSelector ?? '',
    service ? `of ${service}` : '',
  ].filter((text) => text !== '');
  return ` compared with ${words.join(' ') || 'nothing'}`;
}

/** A title for people: "CPU of checkout", or "CPU" where the selector names no single service. */
export function profileTitle(
  profileTypeId: string,
  labelSelector: string,
  otherProfileTypeIds: readonly string[] = []
): string {
  const label = [profileTypeId, ...otherProfileTypeIds].map((id) => describeProfileType(id).label).join(' + ');
  const parsed = parseLabelSelector(labelSelector);
  const service = parsed.ok
    ? parsed.matchers.find(({ name, op }) => name === 'service_name' && op === '=')?.value
    : undefined;
  return service === undefined || service === '' ? label : `${label} of ${service}`;
}
