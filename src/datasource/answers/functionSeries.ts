import { milliseconds } from '../../base/units';
import type { FunctionSeries, ProfileQuestion } from '../../profile/profileSource';
import type { Asked } from './asked';
import { askFunctionSteps, zeros } from './functionSteps';

/** One function over the range, in about `steps` steps; zeros where the program ran without it. */
export async function answerFunctionSeries(
  asked: Asked,
  question: ProfileQuestion,
  functionName: string,
  steps: number,
  signal: AbortSignal
): Promise<FunctionSeries> {
  const wanted = milliseconds((question.to - question.from) / Math.max(1, Math.floor(steps)));
  const { timestamps, level, functions, unit } = await askFunctionSteps(asked, question, wanted, signal);
  const found = functions.get(functionName);
  return { timestamps, self: found?.self ?? zeros(level), total: found?.total ?? zeros(level), unit };
}
