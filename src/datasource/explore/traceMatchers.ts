import type { DataQuery } from '@grafana/data';
import type { LabelMatcher, MatchOperator } from '../../pyroscope/labelSelector';
import { regexAlternatives } from '../queries/regexAlternatives';

/** Resource attributes in TraceQL: `resource.service.name = "checkout"`, `.service.name =~ "a|b"`. */
const COMPARISON = /(?:^|[\s{(&|])(?:resource)?\.([\w.-]+)\s*(=~|!~|!=|=)\s*(?:"((?:[^"\\]|\\.)*)"|`([^`]*)`)/g;

/**
 * What a query for traces selects by, of what may be a label of profiles, too: resource attributes, not those of spans.
 * Reads both forms that Grafana's Tempo data source saves, TraceQL and the filters of its search. An attribute that
 * stands beside an "or" is left out: labels are all of them true, or none.
 */
export function traceMatchers(query: DataQuery): LabelMatcher[] {
  const { query: text, filters } = query as DataQuery & { query?: unknown; filters?: unknown };
  if (Array.isArray(filters) && filters.length > 0) {
    return filters.flatMap(filterMatcher);
  }
  return typeof text === 'string' && !text.includes('||')
    ? [...text.matchAll(COMPARISON)].map(([, name = '', op, quoted, raw]) => ({
        name,
        op: op as MatchOperator,
        value: raw ?? (quoted ?? '').replace(/\\(.)/g, '$1'),
      }))
    : [];
}

function filterMatcher(filter: unknown): LabelMatcher[] {
  if (typeof filter !== 'object' || filter === null) {
    return [];
  }
  const { tag, operator, value, scope } = { tag: '', operator: '', value: '', scope: '', ...filter };
  const values = [value].flat().filter((each): each is string => typeof each === 'string' && each !== '');
  if (scope === 'span' || typeof tag !== 'string' || tag === '' || values.length === 0) {
    return [];
  }
  switch (operator) {
    case '=':
      return [
        values.length === 1
          ? { name: tag, op: '=', value: values[0] }
          : { name: tag, op: '=~', value: regexAlternatives(values) },
      ];
    case '!=':
      return [
        values.length === 1
          ? { name: tag, op: '!=', value: values[0] }
          : { name: tag, op: '!~', value: regexAlternatives(values) },
      ];
    case '=~':
    case '!~':
      return [{ name: tag, op: operator, value: values.join('|') }];
    default:
      return [];
  }
}
