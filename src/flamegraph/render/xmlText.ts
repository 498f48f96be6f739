const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * A text as it may stand in an XML document, in an element or in quotes. What XML 1.0 has no way to write (control
 * characters, halves of surrogate pairs, U+FFFE and U+FFFF) becomes U+FFFD. Source: XML 1.0, production 2 (Char).
 */
export function xmlText(text: string): string {
  return text
    .replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]);
}
