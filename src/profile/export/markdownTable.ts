import { oneLine } from './oneLine';

/** A table in Markdown (GitHub Flavored Markdown, tables): names to the left, all other columns to the right. */
export function markdownTable(titles: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [titles, titles.map((_, at) => (at === 0 ? '---' : '---:')), ...rows.map((cells) => cells.map(escaped))]
    .map(line)
    .join('');
}

/** Punctuation that means something to Markdown is escaped: a name is shown as it is. */
function escaped(text: string): string {
  return oneLine(text).replace(/[\\`*_~|<>[\]&$#!]/g, '\\$&');
}
