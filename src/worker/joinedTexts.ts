/**
 * Many texts as one. Posting 100,000 names one by one makes the receiver build 100,000 strings from a message, which
 * takes it several times as long as to receive one string and cut it, since a cut refers to the string it was cut from.
 */
export interface JoinedTexts {
  readonly text: string;
  /** Length of each text, in UTF-16 units. */
  readonly lengths: Uint32Array;
}

export function joinTexts(texts: readonly string[]): JoinedTexts {
  return { text: texts.join(''), lengths: Uint32Array.from(texts, ({ length }) => length) };
}

export function splitTexts({ text, lengths }: JoinedTexts): string[] {
  const texts = new Array<string>(lengths.length);
  let at = 0;
  for (let i = 0; i < lengths.length; i++) {
    const end = at + lengths[i];
    texts[i] = text.substring(at, end);
    at = end;
  }
  return texts;
}
