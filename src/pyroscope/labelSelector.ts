import { ProblemError, type Problem } from '../base/problem';
import { isQuote, quote, readQuoted } from './quotedString';

/** `=~` and `!~` match RE2 expressions against the whole value. */
export type MatchOperator = '=' | '!=' | '=~' | '!~';

export interface LabelMatcher {
  readonly name: string;
  readonly op: MatchOperator;
  readonly value: string;
}

export type LabelSelectorResult =
  | { readonly ok: true; readonly matchers: LabelMatcher[] }
  /** A `bad-selector` problem with the position. */
  | { readonly ok: false; readonly problem: Problem };

/** What the backend takes for a label name without quotes. */
const bareName = /[a-zA-Z_][a-zA-Z0-9_]*/y;
/** White space, and comments to the end of the line. */
const space = /(?:[ \t\n\r]+|#[^\n\r]*)*/y;
const operator = /=~|!~|!=|=/y;

/**
 * Reads a label selector such as `{service_name="checkout", "k8s.pod"=~"a|b"}`, which the backend reads by Prometheus's
 * grammar (promql/parser/generated_parser.y). What is left out of that grammar on purpose is a metric name, before the
 * braces or alone inside them: for profiles it finds nothing, and somebody who writes one means something else.
 */
export function parseLabelSelector(text: string): LabelSelectorResult {
  try {
    return { ok: true, matchers: readSelector(new Cursor(text)) };
  } catch (error) {
    if (error instanceof Unreadable) {
      return { ok: false, problem: badSelector(error.at, error.message) };
    }
    throw error;
  }
}

/** The selector that `parseLabelSelector` reads as these matchers. No matchers give `{}`. */
export function formatLabelSelector(matchers: readonly LabelMatcher[]): string {
  return `{${matchers.map(({ name, op, value }) => `${formatName(name)}${op}${quote(value)}`).join(', ')}}`;
}

/**
 * The selector narrowed by more matchers. Nothing that it says is replaced; a matcher that it already has is not
 * repeated. Empty text is `{}`. Throws a ProblemError where the text cannot be read.
 */
export function addMatchers(selectorText: string, matchers: readonly LabelMatcher[]): string {
  const parsed = parseLabelSelector(selectorText.trim() === '' ? '{}' : selectorText);
  if (!parsed.ok) {
    throw new ProblemError(parsed.problem);
  }
  const all = [...parsed.matchers];
  for (const matcher of matchers) {
    if (!all.some((other) => sameMatcher(other, matcher))) {
      all.push(matcher);
    }
  }
  return all.length === parsed.matchers.length && selectorText.trim() !== '' ? selectorText : formatLabelSelector(all);
}

/** A `bad-selector` problem. `position` is an offset in UTF-16 units; people are told it counting from one. */
export function badSelector(position: number | undefined, reason: string): Problem {
  const where = position === undefined ? '' : ` at its character ${position + 1}`;
  return {
    kind: 'bad-selector',
    sentence: `The label selector cannot be read${where}: ${reason}.`,
    ...(position === undefined ? {} : { position }),
  };
}

function sameMatcher(a: LabelMatcher, b: LabelMatcher): boolean {
  return a.name === b.name && a.op === b.op && a.value === b.value;
}

function formatName(name: string): string {
  bareName.lastIndex = 0;
  return bareName.exec(name)?.[0].length === name.length ? name : quote(name);
}

/** Where and why reading stopped. Never leaves this file. */
class Unreadable extends Error {
  constructor(
    readonly at: number,
    reason: string
  ) {
    super(reason);
  }
}

class Cursor {
  at = 0;
  constructor(readonly text: string) {}

  /** What the sticky expression finds here, and moves past it; '' if nothing. */
  take(expression: RegExp): string {
    expression.lastIndex = this.at;
    const found = expression.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  /** The next character that is not white space, without moving past it; undefined at the end. */
  peek(): string | undefined {
    this.take(space);
    return this.text[this.at];
  }

  expect(character: string, reason: string): void {
    if (this.peek() !== character) {
      throw this.unreadable(reason);
    }
    this.at++;
  }

  quoted(): string {
    const read = readQuoted(this.text, this.at);
    if (!read.ok) {
      throw new Unreadable(read.at, read.reason);
    }
    this.at = read.end;
    return read.value;
  }

  unreadable(reason: string): Unreadable {
    return new Unreadable(this.at, this.at < this.text.length ? reason : `${reason}, and it ends there`);
  }
}

function readSelector(cursor: Cursor): LabelMatcher[] {
  const matchers: LabelMatcher[] = [];
  cursor.expect('{', 'it must begin with {, as in {service_name="checkout"}');
  while (cursor.peek() !== '}') {
    matchers.push(readMatcher(cursor));
    if (cursor.peek() !== '}') {
      cursor.expect(',', 'expected a comma or }');
    }
  }
  cursor.at++;
  if (cursor.peek() !== undefined) {
    throw cursor.unreadable('nothing may follow the closing }');
  }
  return matchers;
}

function readMatcher(cursor: Cursor): LabelMatcher {
  const nameAt = cursor.at;
  const name = isQuote(cursor.peek()) ? cursor.quoted() : cursor.take(bareName);
  if (name === '') {
    cursor.at = nameAt;
    throw cursor.unreadable('expected a label name or }');
  }
  cursor.take(space);
  const op = cursor.take(operator);
  if (!isOperator(op)) {
    throw cursor.unreadable(`expected =, !=, =~ or !~ after the label name ${name}`);
  }
  if (!isQuote(cursor.peek())) {
    throw cursor.unreadable('expected a value in quotes');
  }
  return { name, op, value: cursor.quoted() };
}

function isOperator(text: string): text is MatchOperator {
  return text === '=' || text === '!=' || text === '=~' || text === '!~';
}
