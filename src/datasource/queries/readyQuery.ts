import type { AdHocVariableFilter } from '@grafana/data';
import { assertNever } from '../../base/assertNever';
import { ProblemError } from '../../base/problem';
import { LARGEST_MAX_NODES } from '../../profile/profileQuery';
import { parseLabelSelector } from '../../pyroscope/labelSelector';
import { parseProfileTypeId } from '../../pyroscope/profileTypeId';
import type { ProfilesQuery } from '../profilesQuery';
import { addAdHocFilters } from './adHocMatchers';
import { interpolateSelector, type Replace } from './interpolateSelector';
import { migrateQuery } from './migrateQuery';

/** A query with nothing left to interpolate, checked as far as it can be without the backend. */
export interface ReadyQuery {
  readonly refId: string;
  readonly wantsSeries: boolean;
  readonly wantsProfile: boolean;
  /** Empty: the data source chooses. */
  readonly profileTypeId: string;
  readonly labelSelector: string;
  readonly groupBy: readonly string[];
  readonly limit?: number;
  readonly maxNodes?: number;
  readonly spanSelector?: readonly string[];
  readonly traceIdSelector?: readonly string[];
  readonly profileIdSelector?: readonly string[];
}

/** The query with its variables replaced, narrowed by the filters. Throws a ProblemError for what cannot be asked. */
export function readyQuery(
  saved: ProfilesQuery,
  replace: Replace,
  filters: readonly AdHocVariableFilter[] = []
): ReadyQuery {
  const query = interpolateQuery(migrateQuery(saved), replace);
  const labelSelector = addAdHocFilters(query.labelSelector ?? '{}', filters);
  const parsed = parseLabelSelector(labelSelector);
  if (!parsed.ok) {
    throw new ProblemError(parsed.problem);
  }
  return {
    refId: query.refId,
    ...wantsOf(query.queryType),
    profileTypeId: checkedProfileType(query.profileTypeId ?? ''),
    labelSelector,
    groupBy: query.groupBy ?? [],
    limit: checkedCount(query.limit, 'limit of series'),
    maxNodes: checkedMaxNodes(checkedCount(query.maxNodes, 'maximum of nodes')),
    spanSelector: query.spanSelector,
    traceIdSelector: query.traceIdSelector,
    profileIdSelector: query.profileIdSelector,
  };
}

/** The same query, every field with its variables replaced; what Explore takes over from a dashboard. */
export function interpolateQuery(query: ProfilesQuery, replace: Replace): ProfilesQuery {
  const list = (values: readonly string[] | undefined) => {
    const all = (values ?? []).flatMap((value) => replace(value, 'csv').split(','));
    const distinct = new Set(all.map((value) => value.trim()).filter((value) => value !== ''));
    return distinct.size === 0 ? undefined : [...distinct];
  };
  const count = (value: unknown) => {
    const text = value === undefined || value === null ? '' : replace(String(value)).trim();
    return text === '' ? undefined : Number(text);
  };
  return {
    ...query,
    queryType: query.queryType === undefined ? undefined : replace(query.queryType),
    profileTypeId: query.profileTypeId === undefined ? undefined : replace(query.profileTypeId, 'csv').trim(),
    labelSelector: interpolateSelector(query.labelSelector ?? '{}', replace),
    groupBy: list(query.groupBy),
    limit: count(query.limit),
    maxNodes: count(query.maxNodes),
    spanSelector: list(query.spanSelector),
    traceIdSelector: list(query.traceIdSelector),
    profileIdSelector: list(query.profileIdSelector),
  };
}

function wantsOf(queryType: string | undefined): Pick<ReadyQuery, 'wantsSeries' | 'wantsProfile'> {
  const type = queryType === undefined || queryType === '' ? 'both' : queryType;
  if (type !== 'both' && type !== 'metrics' && type !== 'profile') {
    throw new ProblemError({
      kind: 'bad-request',
      sentence: `The query type "${type}" is not known: choose metrics, profile or both.`,
    });
  }
  switch (type) {
    case 'both':
      return { wantsSeries: true, wantsProfile: true };
    case 'metrics':
      return { wantsSeries: true, wantsProfile: false };
    case 'profile':
      return { wantsSeries: false, wantsProfile: true };
    default:
      return assertNever(type);
  }
}

function checkedProfileType(id: string): string {
  if (id !== '' && parseProfileTypeId(id) === undefined) {
    throw new ProblemError({
      kind: 'bad-profile-type',
      sentence: id.includes(',')
        ? `A query takes one profile type, not several (${id}): choose one, or add a query for each.`
        : `The profile type "${id}" cannot be read: choose one from the list, such as process_cpu:cpu:nanoseconds:cpu:nanoseconds.`,
    });
  }
  return id;
}

function checkedCount(value: number | undefined, name: string): number | undefined {
  // As with the backend, zero means that there is none.
  if (value === undefined || value === 0) {
    return undefined;
  }
  if (!Number.isInteger(value) || value < 0) {
    throw new ProblemError({
      kind: 'bad-request',
      sentence: `The ${name} is not a whole number above zero: correct it, or leave it empty.`,
    });
  }
  return value;
}

function checkedMaxNodes(maxNodes: number | undefined): number | undefined {
  if (maxNodes !== undefined && maxNodes > LARGEST_MAX_NODES) {
    throw new ProblemError({
      kind: 'too-many-nodes',
      sentence: `A flame graph has at most ${LARGEST_MAX_NODES.toLocaleString('en')} nodes, not ${maxNodes.toLocaleString('en')}: lower the query's maximum of nodes.`,
    });
  }
  return maxNodes;
}
