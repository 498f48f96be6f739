import type { CompletionSpan } from './useCompletion';

/** The name of a label at offset `cursor`, inside of `{{` and `}}`; undefined elsewhere. */
export function legendCompletionAt(text: string, cursor: number): CompletionSpan | undefined {
  const open = text.lastIndexOf('{{', cursor - 2);
  const before = text.slice(open + 2, cursor);
  if (open === -1 || cursor < open + 2 || before.includes('}')) {
    return undefined;
  }
  const rest = /^[^{}]*(?:\}\})?/.exec(text.slice(cursor))?.[0] ?? '';
  // What belongs to the name ends at the braces; without them, at the cursor.
  return { from: open + 2, to: rest.endsWith('}}') ? cursor + rest.length : cursor, typed: before.trim() };
}

export function applyLegendCompletion(
  text: string,
  { from, to }: CompletionSpan,
  label: string
): { readonly text: string; readonly cursor: number } {
  const before = `${text.slice(0, from)}${label}}}`;
  return { text: `${before}${text.slice(to)}`, cursor: before.length };
}
