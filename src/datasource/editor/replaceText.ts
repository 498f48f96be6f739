export type TextField = HTMLInputElement | HTMLTextAreaElement;

/**
 * Puts `inserted` in the place of a part of the field's text, and the cursor to offset `cursor` then, as if it had been
 * typed: the field reports it as a change, and the browser's own undo takes it back.
 */
export function replaceText(field: TextField, from: number, to: number, inserted: string, cursor: number): void {
  field.focus();
  field.setSelectionRange(from, to);
  if (!typeText(field, inserted)) {
    field.setRangeText(inserted, from, to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  field.setSelectionRange(cursor, cursor);
}

/** False where the browser cannot. Nothing else than this old command leaves undo as it is. */
function typeText({ ownerDocument }: TextField, text: string): boolean {
  return text === ''
    ? ownerDocument.execCommand?.('delete') === true
    : ownerDocument.execCommand?.('insertText', false, text) === true;
}
