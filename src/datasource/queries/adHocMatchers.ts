import type { AdHocVariableFilter } from '@grafana/data';
import { ProblemError } from '../../base/problem';
import { addMatchers, type LabelMatcher } from '../../pyroscope/labelSelector';
import { regexAlternatives } from './regexAlternatives';

/**
 * Grafana's ad hoc filters as matchers. "One of" (`=|`, `!=|`) becomes an expression of its values. Filters that are
 * not finished are left out; an operator that labels cannot have is a `bad-selector` problem.
 */
export function adHocMatchers(filters: readonly AdHocVariableFilter[]): LabelMatcher[] {
  return filters.filter(({ key }) => key !== '').map(matcherOf);
}

/** The selector narrowed by the filters; nothing that it says itself is replaced. */
export function addAdHocFilters(labelSelector: string, filters: readonly AdHocVariableFilter[]): string {
  return addMatchers(labelSelector, adHocMatchers(filters));
}

function matcherOf({ key, operator, value, values }: AdHocVariableFilter): LabelMatcher {
  switch (operator) {
    case '=':
    case '!=':
    case '=~':
    case '!~':
      return { name: key, op: operator, value };
    case '=|':
      return { name: key, op: '=~', value: regexAlternatives(values ?? [value]) };
    case '!=|':
      return { name: key, op: '!~', value: regexAlternatives(values ?? [value]) };
    default:
      throw new ProblemError({
        kind: 'bad-selector',
        sentence: `The filter "${key} ${operator} ${value}" cannot be used: labels are compared with =, !=, =~ and !~ only.`,
      });
  }
}
