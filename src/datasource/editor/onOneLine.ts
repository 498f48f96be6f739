/** How keyboards show them. */
const SIGNS: Readonly<Record<string, string>> = { '\n': '↵', '\r': '↵', '\r\n': '↵', '\t': '⇥' };

/** A text for a field of one line, which swallows line breaks: two words would look like one. */
export function onOneLine(text: string): string {
  return text.replace(/\r\n|[\n\r\t]/g, (sign) => SIGNS[sign] ?? sign);
}
