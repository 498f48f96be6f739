/**
 * Quoted strings as Prometheus reads them in selectors (util/strutil/quote.go and promql/parser/lex.go of Prometheus):
 * "…" and '…' with the escapes of Go, `…` without any. Go's strconv.Quote writes the first form.
 */

export type QuotedString =
  /** `end` is the offset just after the closing quote. */
  | { readonly ok: true; readonly value: string; readonly end: number }
  | { readonly ok: false; readonly at: number; readonly reason: string };

const namedEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};

const escapeNames = new Map(Object.entries(namedEscapes).map(([name, character]) => [character, name]));

export function isQuote(character: string | undefined): character is '"' | "'" | '`' {
  return character === '"' || character === "'" || character === '`';
}

/** Reads the quoted string whose opening quote is at `start`. Offsets are in UTF-16 units. */
export function readQuoted(text: string, start: number): QuotedString {
  const quote = text[start];
  if (quote === '`') {
    const close = text.indexOf('`', start + 1);
    return close === -1
      ? { ok: false, at: start, reason: 'the quote that opens here is never closed' }
      : { ok: true, value: text.slice(start + 1, close), end: close + 1 };
  }
  const parts: string[] = [];
  let at = start + 1;
  for (;;) {
    const plainEnd = endOfPlain(text, at, quote);
    parts.push(text.slice(at, plainEnd));
    at = plainEnd;
    const next = text[at];
    if (next === undefined || next === '\n') {
      return { ok: false, at: start, reason: 'the quote that opens here is never closed' };
    }
    if (next === quote) {
      return { ok: true, value: parts.join(''), end: at + 1 };
    }
    const escape = readEscapes(text, at, quote);
    if (escape === undefined) {
      return { ok: false, at, reason: `the escape sequence that begins here is not known; write \\\\ for a backslash` };
    }
    parts.push(escape.value);
    at = escape.end;
  }
}

/** Offset of the first character that is not plain: the quote, a backslash, a line feed, or the end. */
function endOfPlain(text: string, from: number, quote: string | undefined): number {
  let at = from;
  while (at < text.length && text[at] !== quote && text[at] !== '\\' && text[at] !== '\n') {
    at++;
  }
  return at;
}

/**
 * Reads the run of escapes at `start`. They are read together because \xNN and \NNN stand for bytes, and several of
 * these make one character. Undefined if one is unknown or the bytes are not UTF-8.
 */
function readEscapes(
  text: string,
  start: number,
  quote: string | undefined
): { value: string; end: number } | undefined {
  const bytes: number[] = [];
  let value = '';
  let at = start;
  while (text[at] === '\\') {
    const name = text[at + 1] ?? '';
    const byte = /^(?:x([0-9a-fA-F]{2})|([0-3][0-7]{2}))/.exec(text.slice(at + 1, at + 4));
    if (byte !== null) {
      bytes.push(byte[1] === undefined ? parseInt(byte[0], 8) : parseInt(byte[1], 16));
      at += 1 + byte[0].length;
      continue;
    }
    const before = textOfBytes(bytes.splice(0));
    const codePoint = /^(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(text.slice(at + 1, at + 10));
    const named = name === quote ? name : namedEscapes[name];
    const character = codePoint === null ? named : textOfCodePoint(parseInt(codePoint[1] ?? codePoint[2] ?? '', 16));
    if (before === undefined || character === undefined) {
      return undefined;
    }
    value += before + character;
    at += 1 + (codePoint?.[0].length ?? 1);
  }
  const rest = textOfBytes(bytes);
  return rest === undefined ? undefined : { value: value + rest, end: at };
}

function textOfBytes(bytes: readonly number[]): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(new Uint8Array(bytes));
  } catch {
    return undefined;
  }
}

function textOfCodePoint(codePoint: number): string | undefined {
  const isSurrogate = codePoint >= 0xd800 && codePoint < 0xe000;
  return isSurrogate || codePoint > 0x10ffff ? undefined : String.fromCodePoint(codePoint);
}

/**
 * The text in double quotes. A lone surrogate becomes U+FFFD, as it cannot be sent; U+FFFD itself is escaped because
 * the backend takes it for damaged UTF-8.
 */
export function quote(text: string): string {
  const escaped = text.replace(/["\\\p{Cc}\p{Cs}\ufffd]/gu, (character) => {
    const name = character === '"' ? '"' : escapeNames.get(character);
    if (name !== undefined) {
      return `\\${name}`;
    }
    const code = character.charCodeAt(0);
    return `\\u${(code >= 0xd800 && code < 0xe000 ? 0xfffd : code).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}
