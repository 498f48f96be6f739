/** Kinds of `input` in which letters are no text. */
const NO_TEXT = new Set(['radio', 'checkbox', 'button', 'range', 'submit', 'reset']);

/** Whether what is typed there is a text, in which no letter is a command. */
export function isTyping(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) {
    return false;
  }
  if (target instanceof HTMLInputElement) {
    return !NO_TEXT.has(target.type);
  }
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    target.isContentEditable ||
    target.getAttribute('role') === 'combobox'
  );
}
