/** An RE2 expression that matches exactly these texts, as `=~` takes it. None: matches nothing but the empty text. */
export function regexAlternatives(texts: readonly string[]): string {
  return texts.map(escapeRegex).join('|');
}

/** The text as an RE2 expression that matches it alone. */
export function escapeRegex(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&');
}
