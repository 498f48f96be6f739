import type { RowOperator } from './matcherRows';

/** Variables as they are written in the value of a matcher: in an expression so that their values are escaped. */
export function variableOptions(names: readonly string[], operator: RowOperator): string[] {
  return names.map((name) => (operator === '=~' || operator === '!~' ? `\${${name}:regex}` : `$${name}`));
}
