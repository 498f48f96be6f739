import type { LabelMatcher, MatchOperator } from '../../pyroscope/labelSelector';
import { escapeRegex } from '../queries/regexAlternatives';
import { isVariable } from './variableText';

/** How the builder puts the question about a label; the last four are other words for what the first four can say. */
export type RowOperator = MatchOperator | 'in' | 'not in' | 'empty' | 'not empty';

export const rowOperators: readonly RowOperator[] = ['=', '!=', '=~', '!~', 'in', 'not in', 'empty', 'not empty'];

/** One matcher as the builder shows it, perhaps unfinished. */
export interface MatcherRow {
  /** '' until one is chosen. */
  readonly label: string;
  readonly operator: RowOperator;
  /** One for =, !=, =~ and !~; any number for `in` and `not in`; none for the others. */
  readonly values: readonly string[];
}

/** The matcher as a row. An expression is a list of values where it is nothing else than escaped alternatives. */
export function rowOf({ name, op, value }: LabelMatcher): MatcherRow {
  if (value === '' && (op === '=' || op === '!=')) {
    return { label: name, operator: op === '=' ? 'empty' : 'not empty', values: [] };
  }
  if (op === '=~' || op === '!~') {
    const alternatives = alternativesIn(value);
    if (alternatives.length > 1 && new Set(alternatives).size === alternatives.length) {
      return { label: name, operator: op === '=~' ? 'in' : 'not in', values: alternatives };
    }
  }
  return { label: name, operator: op, values: [value] };
}

/** What the row says as a matcher; undefined while it says nothing yet. */
export function matcherOfRow({ label, operator, values }: MatcherRow): LabelMatcher | undefined {
  if (label === '') {
    return undefined;
  }
  switch (operator) {
    case 'empty':
      return { name: label, op: '=', value: '' };
    case 'not empty':
      return { name: label, op: '!=', value: '' };
    case 'in':
    case 'not in':
      return values.length === 0
        ? undefined
        : { name: label, op: operator === 'in' ? '=~' : '!~', value: values.map(alternativeOf).join('|') };
    case '=':
    case '!=':
    case '=~':
    case '!~':
      return values.length === 0 ? undefined : { name: label, op: operator, value: values[0] };
  }
}

export function takesSeveral(operator: RowOperator): operator is 'in' | 'not in' {
  return operator === 'in' || operator === 'not in';
}

export function takesNone(operator: RowOperator): operator is 'empty' | 'not empty' {
  return operator === 'empty' || operator === 'not empty';
}

/** The row with another operator, its values carried over as far as they keep their meaning. */
export function withOperator({ label, operator, values }: MatcherRow, next: RowOperator): MatcherRow {
  if (takesNone(next)) {
    return { label, operator: next, values: [] };
  }
  const isExpression = (each: RowOperator) => each === '=~' || each === '!~';
  if (takesSeveral(next)) {
    return { label, operator: next, values: isExpression(operator) ? alternativesIn(values[0] ?? '') : values };
  }
  if (isExpression(next)) {
    return isExpression(operator) || values.length === 0
      ? { label, operator: next, values }
      : { label, operator: next, values: [values.map(alternativeOf).join('|')] };
  }
  const plain = isExpression(operator) ? alternativesIn(values[0] ?? '') : values;
  return { label, operator: next, values: plain.slice(0, 1) };
}

/** A variable stands for an expression already: Grafana escapes its values. */
function alternativeOf(value: string): string {
  return isVariable(value) ? value : escapeRegex(value);
}

/** The texts that the expression is made of, if it matches these and nothing else; otherwise none. */
function alternativesIn(expression: string): string[] {
  const parts = expression.match(/(?:[^\\|]|\\.)+/gsu) ?? [];
  const texts = parts.map((part) => (isVariable(part) ? part : part.replace(/\\(.)/gsu, '$1')));
  // Written again and compared, so that whatever else is in the expression is found out.
  return texts.map(alternativeOf).join('|') === expression ? texts : [];
}
