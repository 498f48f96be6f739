import { describeProfileType } from '../../catalogue/describeProfileType';
import type { ProfileBaseline } from '../../profile/profileQuery';
import { migrateQuery } from '../queries/migrateQuery';
import type { ProfilesQuery } from '../profilesQuery';

/**
 * A query in one line, for the query history, for collapsed queries and to search by: what of, and how it is looked at.
 * `CPU {service_name="checkout"}, series by pod, top 5`.
 */
export function queryDisplayText(saved: ProfilesQuery): string {
  const query = migrateQuery(saved);
  const { labelSelector, spanSelector, traceIdSelector, profileIdSelector } = query;
  const parts = [
    `${typesOf(query)} ${labelSelector?.trim() || '{}'}`,
    viewOf(query),
    counted(spanSelector, 'span'),
    counted(traceIdSelector, 'trace'),
    counted(profileIdSelector, 'profile'),
    query.baseline === undefined || query.queryType !== 'diff' ? undefined : baselineOf(query.baseline),
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function typesOf({ profileTypeId, otherProfileTypeIds = [] }: ProfilesQuery): string {
  if (profileTypeId === undefined || profileTypeId === '') {
    return 'Profiles';
  }
  return [profileTypeId, ...otherProfileTypeIds].map((id) => describeProfileType(id).label).join(' + ');
}

function viewOf(query: ProfilesQuery): string | undefined {
  const { queryType = 'both', groupBy = [], groupProfileBy, limit, functions = {}, marks } = query;
  const top = limit === undefined ? '' : `, top ${limit}`;
  const series = `series${groupBy.length === 0 ? '' : ` by ${groupBy.join(', ')}`}${top}`;
  const flameGraph = `flame graph${groupProfileBy ? ` by ${groupProfileBy}` : ''}`;
  if (marks !== undefined) {
    return marks;
  }
  switch (queryType) {
    case 'metrics':
      return series;
    case 'profile':
      return flameGraph;
    case 'both':
      return groupBy.length === 0 && !groupProfileBy && limit === undefined ? undefined : `${series}, ${flameGraph}`;
    case 'functions': {
      const named = functions.name ? ` like ${functions.name}` : '';
      return `functions${named} by ${functions.by ?? 'self'}${functions.as === 'series' ? ' over time' : ''}${top}`;
    }
    case 'heatmap':
      return query.heatmapType === 'span' ? 'heatmap of spans' : 'heatmap';
    case 'diff':
      return 'compared';
    default:
      return queryType;
  }
}

function baselineOf({ shift, from, to, labelSelector, service, profileTypeId }: ProfileBaseline): string {
  const sides = [
    shift ? `${shift} earlier` : undefined,
    from !== undefined || to !== undefined ? `${from ?? ''} to ${to ?? 'now'}` : undefined,
    service || undefined,
    labelSelector || undefined,
    profileTypeId ? describeProfileType(profileTypeId).label : undefined,
  ].filter((side) => side !== undefined);
  return sides.length === 0 ? 'with itself' : `with ${sides.join(' ')}`;
}

function counted(ids: readonly string[] | undefined, noun: string): string | undefined {
  const count = ids?.length ?? 0;
  return count === 0 ? undefined : `${count} ${noun}${count === 1 ? '' : 's'}`;
}
