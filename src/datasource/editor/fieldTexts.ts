/** A number, or a variable that will be one: saved queries may hold both. Undefined for no text. */
export function countOf(text: string): number | undefined {
  if (text === '') {
    return undefined;
  }
  return (Number.isFinite(Number(text)) ? Number(text) : text) as number;
}

export function textOf(value: number | undefined): string {
  return value === undefined ? '' : String(value);
}

/** Ids that somebody typed or pasted; undefined for none. */
export function listOf(text: string): string[] | undefined {
  const all = text.split(/[\s,]+/).filter((each) => each !== '');
  return all.length === 0 ? undefined : all;
}
