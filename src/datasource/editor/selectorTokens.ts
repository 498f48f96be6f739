import { isQuote, readQuoted } from '../../pyroscope/quotedString';

export type SelectorToken =
  | {
      readonly kind: 'name' | 'operator' | 'comma' | 'brace' | 'comment' | 'unknown';
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'text';
      readonly start: number;
      readonly end: number;
      readonly value: string;
      readonly closed: boolean;
    };

/** The tokens of a selector that may be unfinished or wrong: reading goes on after what is not known. */
export function selectorTokens(text: string): SelectorToken[] {
  const tokens: SelectorToken[] = [];
  const pattern = /\s*(?:([{}])|(,)|(=~|!~|!=|=)|(#[^\n\r]*)|([^\s{},=!"'`~#]+)|([!~]))/y;
  let at = 0;
  while (at < text.length) {
    const from = at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0);
    if (isQuote(text[from])) {
      const read = readQuoted(text, from);
      at = read.ok ? read.end : text.length;
      const value = read.ok ? read.value : text.slice(from + 1);
      tokens.push({ kind: 'text', start: from, end: at, value, closed: read.ok });
      continue;
    }
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found === null) {
      break;
    }
    const kind = found[1]
      ? 'brace'
      : found[2]
        ? 'comma'
        : found[3]
          ? 'operator'
          : found[4]
            ? 'comment'
            : found[5]
              ? 'name'
              : 'unknown';
    at = pattern.lastIndex;
    tokens.push({ kind, start: from, end: at });
  }
  return tokens;
}
