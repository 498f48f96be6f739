/**
 * Any text as one word that no address, proxy or chat program changes or breaks: its UTF-8 in base64 for addresses
 * (RFC 4648, section 5), without padding.
 */
export function wordOfText(text: string): string {
  const bytes = Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join('');
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** @throws an Error if it is no such word */
export function textOfWord(word: string): string {
  const bytes = atob(word.replaceAll('-', '+').replaceAll('_', '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));
}
