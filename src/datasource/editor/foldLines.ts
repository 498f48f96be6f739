import { selectorTokens } from './selectorTokens';

/** A pasted query on one line: breaks and the indentation about them become a space, comments are left out. */
export function foldLines(text: string): string {
  if (!/[\r\n]/.test(text)) {
    return text;
  }
  const comments = selectorTokens(text).filter(({ kind }) => kind === 'comment');
  const bare = comments.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
  return bare
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .reduce(
      (before, line) => `${before}${/\{$/.test(before) || /^\}/.test(line) || before === '' ? '' : ' '}${line}`,
      ''
    );
}
