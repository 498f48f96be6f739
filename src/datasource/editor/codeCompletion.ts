import { applyCompletion, completionAt, type Completion } from './completionAt';
import { partsOfCode } from './codeText';

/** A profile type at the cursor, as far as it is written. */
export interface TypeCompletion {
  readonly kind: 'type';
  readonly from: number;
  readonly to: number;
  readonly typed: string;
}

export type CodeCompletion = TypeCompletion | Completion;

/** What can be completed at offset `cursor` of a query's text; undefined where nothing can. */
export function codeCompletionAt(text: string, cursor: number): CodeCompletion | undefined {
  const { types, selectorAt } = partsOfCode(text);
  const type = types.find(({ id, start }) => cursor >= start && cursor <= start + id.length);
  if (type !== undefined) {
    return { kind: 'type', from: type.start, to: type.start + type.id.length, typed: text.slice(type.start, cursor) };
  }
  if (cursor <= selectorAt) {
    const before = text.slice(0, cursor).trimEnd();
    return before === '' || before.endsWith('+') ? { kind: 'type', from: cursor, to: cursor, typed: '' } : undefined;
  }
  const completion = completionAt(text.slice(selectorAt), cursor - selectorAt);
  return completion === undefined
    ? undefined
    : { ...completion, from: completion.from + selectorAt, to: completion.to + selectorAt };
}

/** The text with the suggestion put in, and where the cursor belongs then: inside the braces after a type. */
export function applyCodeCompletion(
  text: string,
  completion: CodeCompletion,
  suggestion: string
): { readonly text: string; readonly cursor: number } {
  if (completion.kind !== 'type') {
    return applyCompletion(text, completion, suggestion);
  }
  const rest = text.slice(completion.to);
  const braces = /^\s*[{+$[]/.test(rest) ? '' : '{}';
  const before = `${text.slice(0, completion.from)}${suggestion}`;
  return { text: `${before}${braces}${rest}`, cursor: before.length + (/^\s*[+$[]/.test(rest) ? 0 : 1) };
}
