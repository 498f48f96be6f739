/** More letters than anyone reads; names that are megabytes long exist. */
const LONGEST = 2000;

/**
 * A function's name as it may be shown: one line, without control characters and without the marks that turn the
 * direction of the text around them, cut where nobody would read on.
 */
export function displayName(name: string): string {
  if (name === '') {
    return '(no name)';
  }
  const text = name.length > LONGEST ? `${name.slice(0, LONGEST)}… (${name.length} characters)` : name;
  return /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u.test(text)
    ? text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    : text;
}
