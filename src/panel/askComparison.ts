import type { TimeSpan } from '../base/units';
import { diffTrees } from '../profile/diffTrees';
import { mergeTrees } from '../profile/mergeTrees';
import type { ProfileAnswer } from '../profile/profileSource';
import { scaleTree } from '../profile/scaleTree';
import type { PartQuestion } from './partQuestion';

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
