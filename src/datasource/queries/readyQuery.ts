import type { AdHocVariableFilter } from '@grafana/data';
import { assertNever } from '../../base/assertNever';
import { ProblemError } from '../../base/problem';
import type { ProfileQueryType } from '../../profile/profileQuery';
import { parseLabelSelector } from '../../pyroscope/labelSelector';
import type { ProfilesQuery } from '../profilesQuery';
import { addAdHocFilters } from './adHocMatchers';
import { interpolateQuery } from './interpolateQuery';
import type { Replace } from './interpolateSelector';
import { migrateQuery } from './migrateQuery';
import {
  badRequest,
  checkedChoice,
  checkedCount,
  checkedIds,
  checkedMaxNodes,
  checkedProfileType,
  checkedRegex,
} from './queryChecks';
import { readyBaseline, type ReadyBaseline } from './readyBaseline';

/** What a query is answered with. Each part is asked for, and may fail, on its own. */
export type AnswerPart = 'profile' | 'diff' | 'functions' | 'series' | 'heatmap' | 'exemplars';

/** A query with nothing left to interpolate, checked as far as it can be without the backend. */
export interface ReadyQuery {
  readonly refId: string;
  readonly wants: ReadonlySet<AnswerPart>;
  /** Empty: the data source chooses. */
  readonly profileTypeId: string;
  /** More types, added up with the first one. */
  readonly otherProfileTypeIds: readonly string[];
  readonly labelSelector: string;
  readonly groupBy: readonly string[];
  readonly groupProfileBy?: string;
  readonly limit?: number;
  readonly includeRest: boolean;
  readonly legendFormat?: string;
  readonly aggregation?: 'rate' | 'sum' | 'average';
  readonly maxNodes?: number;
  readonly spanSelector?: readonly string[];
  readonly traceIdSelector?: readonly string[];
  readonly profileIdSelector?: readonly string[];
  /** With `diff`. */
  readonly baseline?: ReadyBaseline;
  readonly functions: ReadyFunctions;
  readonly annotations: boolean;
  readonly exemplarsOf: 'individual' | 'span';
  /** Whether exemplars are what the query is about, and not marks on its series. */
  readonly isAboutExemplars: boolean;
}

export interface ReadyFunctions {
  readonly by: 'self' | 'total';
  readonly as: 'table' | 'series';
  readonly name?: RegExp;
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
  const queryType = checkedChoice(query.queryType, QUERY_TYPES, 'query type') ?? 'both';
  const profileTypeId = checkedProfileType(query.profileTypeId ?? '');
  const spanSelector = checkedIds(query.spanSelector, 'span');
  const traceIdSelector = checkedIds(query.traceIdSelector, 'trace');
  if (spanSelector !== undefined && traceIdSelector !== undefined) {
    throw badRequest('Spans and traces cannot be selected together: remove one of the two from the query.');
  }
  return {
    refId: query.refId,
    wants: wantsOf(queryType, query),
    profileTypeId,
    otherProfileTypeIds: (query.otherProfileTypeIds ?? [])
      .filter((id) => id !== profileTypeId)
      .map((id) => checkedProfileType(id)),
    labelSelector,
    groupBy: query.groupBy ?? [],
    groupProfileBy: checkedLabel(query.groupProfileBy),
    limit: checkedCount(query.limit, 'limit of series'),
    includeRest: query.includeRest === true,
    legendFormat: query.legendFormat === '' ? undefined : query.legendFormat,
    aggregation: checkedChoice(query.aggregation, ['rate', 'sum', 'average'], 'aggregation'),
    maxNodes: checkedMaxNodes(checkedCount(query.maxNodes, 'maximum of nodes')),
    spanSelector,
    traceIdSelector,
    profileIdSelector: checkedIds(query.profileIdSelector, 'profile'),
    baseline: queryType === 'diff' ? readyBaseline(query.baseline, labelSelector, filters) : undefined,
    functions: {
      by: checkedChoice(query.functions?.by, ['self', 'total'], 'order of functions') ?? 'self',
      as: checkedChoice(query.functions?.as, ['table', 'series'], 'form of functions') ?? 'table',
      name: checkedRegex(query.functions?.name),
    },
    annotations: query.annotations === true,
    exemplarsOf: checkedChoice(query.heatmapType, ['individual', 'span'], 'heatmap type') ?? 'individual',
    isAboutExemplars: queryType === 'exemplars',
  };
}

const QUERY_TYPES: readonly ProfileQueryType[] = [
  'metrics',
  'profile',
  'both',
  'diff',
  'functions',
  'heatmap',
  'exemplars',
];

function wantsOf(
  type: ProfileQueryType,
  { includeHeatmap, includeExemplars }: Pick<ProfilesQuery, 'includeHeatmap' | 'includeExemplars'>
): ReadonlySet<AnswerPart> {
  const besides: AnswerPart[] = [
    ...(includeHeatmap === true ? (['heatmap'] as const) : []),
    ...(includeExemplars === true ? (['exemplars'] as const) : []),
  ];
  switch (type) {
    case 'both':
      return new Set(['profile', 'series', ...besides]);
    case 'metrics':
      return new Set(['series', ...besides]);
    case 'heatmap':
      return new Set(['heatmap', ...besides]);
    case 'profile':
    case 'diff':
    case 'functions':
    case 'exemplars':
      return new Set([type]);
    default:
      return assertNever(type);
  }
}

function checkedLabel(name: string | undefined): string | undefined {
  if (name?.includes(',') === true) {
    throw badRequest(`A flame graph is split by one label, not several (${name}): choose one of them.`);
  }
  return name === '' ? undefined : name;
}
