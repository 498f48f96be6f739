import { partsOfCode } from './codeText';
import { selectorTokens, type SelectorToken } from './selectorTokens';

export type HighlightKind = SelectorToken['kind'] | 'type' | 'variable';

/** A stretch of text in one colour; together they are the whole text. `undefined` is what has none. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  readonly kind: HighlightKind | undefined;
}

const variable = /\$\{[^}]*\}|\$\w+|\[\[[^\]]*\]\]/g;

/** What each part of a query's text is. */
export function codeHighlights(text: string): Highlight[] {
  const { types, selectorAt } = partsOfCode(text);
  const tokens = [
    ...types.map(({ id, start }) => ({ kind: 'type' as const, start, end: start + id.length })),
    ...selectorTokens(text.slice(selectorAt)).map(({ kind, start, end }) => ({
      kind,
      start: start + selectorAt,
      end: end + selectorAt,
    })),
  ];
  const all: Highlight[] = [];
  let at = 0;
  for (const { kind, start, end } of tokens) {
    push(all, at, start, undefined);
    let inside = start;
    for (const found of text.slice(start, end).matchAll(variable)) {
      push(all, inside, start + found.index, kind);
      inside = start + found.index + found[0].length;
      push(all, start + found.index, inside, 'variable');
    }
    push(all, inside, end, kind);
    at = end;
  }
  push(all, at, text.length, undefined);
  return all;
}

function push(all: Highlight[], start: number, end: number, kind: Highlight['kind']): void {
  if (end > start) {
    all.push({ start, end, kind });
  }
}
