import { ProblemError, problemOf } from '../../base/problem';
import type { Feature } from '../../pyroscope/capabilities';
import type { Asked } from './asked';

/**
 * What `ask` gives. Where the backend refuses it and cannot do such a thing at all, that is said, rather than that it
 * cannot do it now or for this time range.
 */
export async function explainRefusal<T>(
  { capabilities }: Asked,
  { feature, sentence }: { readonly feature: Feature; readonly sentence: string },
  ask: () => Promise<T>,
  signal: AbortSignal
): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const problem = problemOf(error);
    if (!signal.aborted && problem.kind === 'unsupported' && (await capabilities?.supports(feature, signal)) === 'no') {
      throw new ProblemError({ ...problem, sentence }, { cause: error });
    }
    throw error;
  }
}
