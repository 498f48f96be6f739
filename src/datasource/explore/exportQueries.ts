import { AbstractLabelOperator, type AbstractQuery } from '@grafana/data';
import { assertNever } from '../../base/assertNever';
import { parseLabelSelector, type MatchOperator } from '../../pyroscope/labelSelector';
import type { ProfilesQuery } from '../profilesQuery';

/**
 * What queries select by, for data sources of logs, metrics and traces. A selector that cannot be read selects nothing;
 * labels that are the backend's own, `__…__`, mean nothing elsewhere.
 */
export function exportQueries(queries: readonly ProfilesQuery[]): AbstractQuery[] {
  return queries.map(({ refId, labelSelector = '{}' }) => {
    const parsed = parseLabelSelector(labelSelector.trim() === '' ? '{}' : labelSelector);
    const matchers = parsed.ok ? parsed.matchers : [];
    return {
      refId,
      labelMatchers: matchers
        .filter(({ name }) => !name.startsWith('__'))
        .map(({ name, op, value }) => ({ name, operator: operatorOf(op), value })),
    };
  });
}

function operatorOf(op: MatchOperator): AbstractLabelOperator {
  switch (op) {
    case '=':
      return AbstractLabelOperator.Equal;
    case '!=':
      return AbstractLabelOperator.NotEqual;
    case '=~':
      return AbstractLabelOperator.EqualRegEx;
    case '!~':
      return AbstractLabelOperator.NotEqualRegEx;
    default:
      return assertNever(op);
  }
}
