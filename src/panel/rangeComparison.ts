import { assertNever } from '../base/assertNever';
import { epochMs, type TimeSpan } from '../base/units';

/** What a selected part of the range is compared with: what is not selected, or as much time just before it. */
export type ComparedWith = 'rest' | 'before';

/** The spans of the baseline: none where the selection is all of the range. */
export function baselineSpans(selection: TimeSpan, whole: TimeSpan, comparedWith: ComparedWith): TimeSpan[] {
  const { from, to } = selection;
  switch (comparedWith) {
    case 'before':
      return [{ from: epochMs(from - (to - from)), to: from }];
    case 'rest':
      return [
        { from: whole.from, to: from },
        { from: to, to: whole.to },
      ].filter((part) => part.to > part.from);
    default:
      return assertNever(comparedWith);
  }
}

/** What is compared, in words: "compared with the rest of the last hour". */
export function comparisonWords(comparedWith: ComparedWith, whole: string, before: string): string {
  return comparedWith === 'rest' ? `compared with the rest of ${whole}` : `compared with ${before}, just before`;
}
