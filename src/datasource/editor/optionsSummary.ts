import type { ProfilesQuery } from '../profilesQuery';
import { hasProfile, hasSeries, kindOf } from './queryKinds';

/** The options of a query that are other than the usual, in one line: "by pod · at most 10 series". */
export function optionsSummary(query: ProfilesQuery): string {
  const kind = kindOf(query.queryType);
  const { groupBy = [], limit, aggregation, legendFormat, maxNodes, otherProfileTypeIds = [] } = query;
  const limited = kind === 'functions' ? 'functions' : hasSeries(kind) ? 'series' : 'groups';
  const parts = [
    otherProfileTypeIds.length > 0 ? `with ${counted(otherProfileTypeIds, 'more profile type')}` : undefined,
    hasSeries(kind) && groupBy.length > 0 ? `by ${groupBy.join(', ')}` : undefined,
    limit ? `at most ${limit} ${limited}${query.includeRest ? ' and the rest' : ''}` : undefined,
    hasSeries(kind) && aggregation === 'sum' ? 'as sums' : undefined,
    hasSeries(kind) && legendFormat ? `named ${legendFormat}` : undefined,
    hasProfile(kind) && query.groupProfileBy ? `flame graph by ${query.groupProfileBy}` : undefined,
    hasProfile(kind) && maxNodes ? `${maxNodes.toLocaleString('en')} nodes` : undefined,
    counted(query.spanSelector, 'span'),
    counted(query.traceIdSelector, 'trace'),
    counted(query.profileIdSelector, 'profile'),
    hasSeries(kind) && query.annotations ? 'annotations' : undefined,
    hasSeries(kind) && kind !== 'exemplars' && query.includeExemplars ? 'exemplars' : undefined,
    hasSeries(kind) && kind !== 'exemplars' && query.includeHeatmap ? 'heatmap' : undefined,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'Defaults' : parts.join(' · ');
}

function counted(list: readonly string[] | undefined, noun: string): string | undefined {
  return list === undefined || list.length === 0 ? undefined : `${list.length} ${noun}${list.length === 1 ? '' : 's'}`;
}
