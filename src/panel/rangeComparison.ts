import { assertNever } from '../base/assertNever';
import { epochMs, type TimeSpan } from '../base/units';
import { diffTrees } from '../profile/diffTrees';
import { mergeTrees } from '../profile/mergeTrees';
import type { ProfileAnswer } from '../profile/profileSource';
import { scaleTree } from '../profile/scaleTree';
import type { PartQuestion } from './partQuestion';

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

/** Asks for a selection beside its baseline, in one tree. */
export async function askComparison(
  question: Pick<PartQuestion, 'ask' | 'compare'>,
  selection: TimeSpan,
  baseline: readonly TimeSpan[],
  signal: AbortSignal
): Promise<ProfileAnswer> {
  if (baseline.length === 1) {
    return question.compare(baseline[0], selection, signal);
  }
  const [compared, ...parts] = await Promise.all([selection, ...baseline].map((span) => question.ask(span, signal)));
  const length = baseline.reduce((sum, { from, to }) => sum + to - from, 0);
  // Levels, such as memory in use, do not add up: each part counts by how long it is.
  const trees = parts.map(({ tree, averagedOver }, at) =>
    averagedOver === undefined ? tree : scaleTree(tree, (baseline[at].to - baseline[at].from) / length)
  );
  return trees.length === 0 ? compared : { ...compared, tree: diffTrees(mergeTrees(trees), compared.tree) };
}

/** What is compared, in words: "compared with the rest of the last hour". */
export function comparisonWords(comparedWith: ComparedWith, whole: string, before: string): string {
  return comparedWith === 'rest' ? `compared with the rest of ${whole}` : `compared with ${before}, just before`;
}
