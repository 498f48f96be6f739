import { ProblemError } from '../../base/problem';
import type { ProfileQuestion } from '../../profile/profileSource';
import type { Feature } from '../../pyroscope/capabilities';
import type { Asked } from './asked';

/** Selectors that a backend which does not know them passes over: it would answer with the whole profile. */
const SELECTORS = [
  ['traceIdSelector', 'traceSelector', 'the profiles of single traces'],
  ['profileIdSelector', 'profileSelector', 'single profiles by their ids'],
  ['callSite', 'callSite', 'the stacks below one function'],
] as const satisfies ReadonlyArray<readonly [keyof ProfileQuestion, Feature, string]>;

/** Rejects with an `unsupported` problem where the backend would answer something else than what is asked. */
export async function checkSelectors(
  { capabilities }: Asked,
  question: ProfileQuestion,
  signal: AbortSignal
): Promise<void> {
  for (const [field, feature, what] of SELECTORS) {
    const isUsed = (question[field]?.length ?? 0) > 0;
    if (isUsed && (await capabilities?.supports(feature, signal)) === 'no') {
      throw new ProblemError({
        kind: 'unsupported',
        sentence: `This backend cannot select ${what}: update it, or remove that from the query.`,
      });
    }
  }
}
