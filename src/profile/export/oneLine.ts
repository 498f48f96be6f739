/** A text without line breaks and other control characters, for formats that have a line for each thing. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
}
