import { formatLabelSelector, parseLabelSelector, type LabelMatcher } from '../../pyroscope/labelSelector';
import { escapeRegex, regexAlternatives } from './regexAlternatives';

/** What Grafana tells of a variable when it asks how to write its value. */
interface AskedVariable {
  readonly multi?: boolean;
  readonly includeAll?: boolean;
}

export type VariableFormat = (value: unknown, variable: AskedVariable) => string;

/** Replaces the template variables in a text: Grafana's template service with the scope bound. */
export type Replace = (text: string, format?: string | VariableFormat) => string;

/**
 * The label selector with its variables replaced, each as the place where it stands needs it: several values become
 * alternatives of a regular expression, escaped, and `=` and `!=` become `=~` and `!~` for them. What is a selector, or
 * a part of one, as a whole is taken as it is.
 */
export function interpolateSelector(selector: string, replace: Replace): string {
  const parsed = parseLabelSelector(selector.trim() === '' ? '{}' : selector);
  if (!parsed.ok) {
    return replace(selector, (value) => (Array.isArray(value) ? alternativesOf(value) : String(value)));
  }
  return parsed.matchers.some(({ name, value }) => mayHoldVariable(name) || mayHoldVariable(value))
    ? formatLabelSelector(parsed.matchers.map((matcher) => interpolateMatcher(matcher, replace)))
    : selector;
}

/** The syntaxes of Grafana: $name, ${name}, [[name]]. */
function mayHoldVariable(text: string): boolean {
  return /\$|\[\[/.test(text);
}

function interpolateMatcher({ name, op, value }: LabelMatcher, replace: Replace): LabelMatcher {
  const matcher = { name: replace(name), op };
  if (op === '=~' || op === '!~') {
    return { ...matcher, value: replace(value, regexFormat(value)) };
  }
  const values: unknown[] = [];
  const marked = replace(value, (each) => `${MARK}${values.push(each) - 1}${MARK}`);
  if (values.length === 0 && marked !== value && LONE_VARIABLE.test(value) && escapeRegex(marked) !== marked) {
    // What a variable has for All is an expression, which Grafana puts in without asking how to write it.
    return { name: matcher.name, op: op === '=' ? '=~' : '!~', value: marked };
  }
  const valueOf = (index: string) => values[Number(index)];
  if (!values.some((each) => Array.isArray(each) && each.length > 1)) {
    return { ...matcher, value: marked.replace(MARKED, (_, index: string) => textOf(valueOf(index))) };
  }
  const expression = escapeRegex(marked).replace(MARKED, (mark, index: string) =>
    expressionOf(valueOf(index), marked === mark)
  );
  return { name: matcher.name, op: op === '=' ? '=~' : '!~', value: expression };
}

/** One of the user's: Grafana's own, `$__user`, are text. */
const LONE_VARIABLE = /^(\$(?!__)\w+|\$\{(?!__)[^}]+\}|\[\[(?!__)[^\]]+\]\])$/;

/** Stands around the number of a variable while the text about it is escaped: a character that no text has. */
const MARK = '\ufdd0';
const MARKED = new RegExp(`${MARK}(\\d+)${MARK}`, 'g');

/**
 * How a variable is written in a regular expression. A single value may be an expression that somebody typed, so it is
 * left as it is, as Grafana's Prometheus data source does; values that were chosen from a list are escaped.
 */
export function regexFormat(text: string): VariableFormat {
  const standsAlone = /^(\$\w+|\$\{[^}]+\}|\[\[[^\]]+\]\])$/.test(text);
  return (value, { multi, includeAll }) =>
    Array.isArray(value) || multi || includeAll ? expressionOf(value, standsAlone) : textOf(value);
}

/** Alternatives beside other text need brackets around them. */
function expressionOf(value: unknown, standsAlone: boolean): string {
  if (!Array.isArray(value)) {
    return escapeRegex(textOf(value));
  }
  return standsAlone || value.length < 2 ? alternativesOf(value) : `(?:${alternativesOf(value)})`;
}

function alternativesOf(values: readonly unknown[]): string {
  return regexAlternatives(values.map(textOf));
}

function textOf(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join(',') : String(value);
}
