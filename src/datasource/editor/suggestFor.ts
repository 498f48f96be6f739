import type { TimeRange } from '@grafana/data';
import { namedProfileTypes } from '../../catalogue/namedProfileTypes';
import { formatLabelSelector } from '../../pyroscope/labelSelector';
import type { CodeCompletion } from './codeCompletion';
import type { Completion } from './completionAt';
import { variableOptions } from './variableOptions';
import type { EditorDataSource } from './editorDataSource';

/** All that can stand at the cursor of a selector, given the rest of it; for values, the dashboard's variables first. */
export async function suggestFor(
  dataSource: EditorDataSource,
  { kind, name = '', op = '=', others }: Completion,
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
  const variables = variableOptions(dataSource.variableNames(), op);
  return [...variables, ...(await dataSource.suggestions.labelValues(name, scope))];
}

/** All that can stand at the cursor of a whole query; profile types in the order in which people look at them. */
export async function suggestForCode(
  dataSource: EditorDataSource,
  completion: CodeCompletion,
  profileTypeId: string,
  range: TimeRange | undefined
): Promise<readonly string[]> {
  if (completion.kind !== 'type') {
    return suggestFor(dataSource, completion, profileTypeId, range);
  }
  const types = await dataSource.suggestions.profileTypes(dataSource.labelScope('{}', undefined, range));
  return [...namedProfileTypes(types).map(({ id }) => id), ...variableOptions(dataSource.variableNames(), '=')];
}
