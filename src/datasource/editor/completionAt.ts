import { quote } from '../../pyroscope/quotedString';
import type { LabelMatcher, MatchOperator } from '../../pyroscope/labelSelector';
import { escapeRegex } from '../queries/regexAlternatives';
import { selectorTokens, type SelectorToken as Token } from './selectorTokens';
import { isVariable } from './variableText';

/** What can be completed at the cursor, in a selector that is still being written. */
export interface Completion {
  readonly kind: 'name' | 'operator' | 'value';
  /** The part of the text that a suggestion takes the place of. */
  readonly from: number;
  readonly to: number;
  /** What of the suggestion was typed already, without quotes. */
  readonly typed: string;
  /** For operators and values: the label. */
  readonly name?: string;
  /** For values. */
  readonly op?: MatchOperator;
  /** The other matchers of the selector that are complete: what suggestions have to go with. */
  readonly others: readonly LabelMatcher[];
}

/** A matcher as far as it is written. */
interface Part {
  readonly name?: Token;
  readonly op?: Token;
  readonly value?: Token;
}

/** What can be completed at offset `cursor`; undefined where nothing can, such as after a finished value. */
export function completionAt(text: string, cursor: number): Completion | undefined {
  const parts = partsOf(text);
  const index = parts.findLastIndex(({ start }) => start <= cursor);
  const { part, start, end } = parts[Math.max(0, index)];
  if (cursor > end) {
    return undefined;
  }
  const others = parts.flatMap((other, i) => (i === index ? [] : matcherOf(text, other.part)));
  const { name, op, value } = part;
  if (name === undefined || cursor <= name.end) {
    const from = name?.start ?? cursor;
    return cursor < from && cursor > start
      ? undefined
      : { kind: 'name', from, to: name?.end ?? cursor, typed: typedIn(text, name, cursor), others };
  }
  const label = textOf(text, name);
  if (op === undefined || cursor < op.end || (value === undefined && cursor === op.end && op.kind === 'unknown')) {
    return {
      kind: 'operator',
      from: op?.start ?? cursor,
      to: op?.end ?? cursor,
      typed: op === undefined ? '' : text.slice(op.start, Math.min(cursor, op.end)),
      name: label,
      others,
    };
  }
  if (value?.kind === 'text' && value.closed && cursor >= value.end) {
    return undefined;
  }
  const operator = text.slice(op.start, op.end);
  return {
    kind: 'value',
    from: value?.start ?? cursor,
    to: value?.end ?? cursor,
    typed: typedIn(text, value, cursor),
    name: label,
    op: isOperator(operator) ? operator : '=',
    others,
  };
}

/** The text with the suggestion put in, and where the cursor belongs then. */
export function applyCompletion(
  text: string,
  { kind, from, to, op }: Completion,
  suggestion: string
): { readonly text: string; readonly cursor: number } {
  const insert = insertOf(kind, suggestion, op, text.slice(to));
  const before = text.slice(0, from);
  return { text: `${before}${insert}${text.slice(to)}`, cursor: before.length + insert.length };
}

function insertOf(kind: Completion['kind'], suggestion: string, op: MatchOperator | undefined, rest: string): string {
  switch (kind) {
    case 'name': {
      const name = /^[a-zA-Z_]\w*$/.test(suggestion) ? suggestion : quote(suggestion);
      // Whoever chooses a label mostly wants one value of it.
      return /^\s*[=!]/.test(rest) ? name : `${name}=`;
    }
    case 'operator':
      return suggestion;
    case 'value': {
      const isExpression = (op === '=~' || op === '!~') && !isVariable(suggestion);
      return quote(isExpression ? escapeRegex(suggestion) : suggestion);
    }
  }
}

/**
 * What somebody meant who leaves the field: braces may be left out, and a value unfinished at the end is closed. A
 * variable that stands for a whole selector is left alone.
 */
export function finishedSelector(text: string): string {
  const trimmed = text.trim();
  if (trimmed === '') {
    return '{}';
  }
  if (isVariable(trimmed)) {
    return trimmed;
  }
  const opened = trimmed.startsWith('{') ? trimmed : `{${trimmed}`;
  return /\}\s*$/.test(opened) ? opened : `${opened}}`;
}

/** The matchers of a selector, and the stretches of text that they have to themselves. */
function partsOf(text: string): Array<{ readonly part: Part; readonly start: number; readonly end: number }> {
  const parts: Array<{ part: Part; start: number; end: number }> = [];
  let part: Part = {};
  let start = 0;
  const finish = (end: number) => {
    parts.push({ part, start, end });
    part = {};
  };
  for (const token of selectorTokens(text)) {
    if (token.kind === 'comment') {
      continue;
    }
    if (token.kind === 'comma') {
      finish(token.start);
      start = token.end;
    } else if (token.kind === 'brace') {
      if (text[token.start] === '{') {
        start = token.end;
      } else {
        finish(token.start);
        start = Infinity;
      }
    } else if (part.name === undefined) {
      part = { name: token };
    } else if (part.op === undefined) {
      part = { ...part, op: token };
    } else if (part.value === undefined) {
      part = { ...part, value: token };
    }
  }
  if (start !== Infinity) {
    finish(text.length);
  }
  return parts.length > 0 ? parts : [{ part: {}, start: 0, end: text.length }];
}

function matcherOf(text: string, { name, op, value }: Part): LabelMatcher[] {
  const operator = op === undefined ? '' : text.slice(op.start, op.end);
  return name !== undefined && isOperator(operator) && value?.kind === 'text' && value.closed
    ? [{ name: textOf(text, name), op: operator, value: value.value }]
    : [];
}

function textOf(text: string, token: Token): string {
  return token.kind === 'text' ? token.value : text.slice(token.start, token.end);
}

/** The part of a token before the cursor, without the opening quote. */
function typedIn(text: string, token: Token | undefined, cursor: number): string {
  return token === undefined ? '' : text.slice(token.start + (token.kind === 'text' ? 1 : 0), cursor);
}

function isOperator(text: string): text is MatchOperator {
  return text === '=' || text === '!=' || text === '=~' || text === '!~';
}
