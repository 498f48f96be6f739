import type { TimeRange } from '@grafana/data';
import { formatLabelSelector } from '../../pyroscope/labelSelector';
import type { ProfilesDataSource } from '../ProfilesDataSource';
import type { Completion } from './completionAt';

/** All that can stand at the cursor of a selector, given the rest of it; for values, the dashboard's variables first. */
export async function suggestFor(
  dataSource: ProfilesDataSource,
  { kind, name = '', others }: Completion,
  profileTypeId: string,
  range: TimeRange | undefined
): Promise<readonly string[]> {
  if (kind === 'operator') {
    return ['=', '!=', '=~', '!~'];
  }
  const scope = dataSource.labelScope(formatLabelSelector(others), profileTypeId, range);
  if (kind === 'name') {
    const used = new Set(others.map((matcher) => matcher.name));
    return (await dataSource.suggestions.labelNames(scope)).filter((each) => !used.has(each));
  }
  const variables = dataSource.variableNames().map((variable) => `$${variable}`);
  return [...variables, ...(await dataSource.suggestions.labelValues(name, scope))];
}
