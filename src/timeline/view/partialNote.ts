/** Why a step's value is to be read with care, in a sentence. */
export function partialNote(end: 'first' | 'last'): string {
  return end === 'first'
    ? 'Partial step: the time range begins within it, so its value covers only a part of it.'
    : 'Partial step: the time range ends within it, so its value covers only a part of it.';
}
