import { milliseconds, type TimeSpan } from '../../base/units';
import type { FunctionSeries, ProfileQuestion } from '../../profile/profileSource';
import type { StepGrid } from '../numbers/stepGrid';
import type { Asked } from './asked';
import { askFunctionSteps, zeros } from './functionSteps';

/** How much of a step may be out of the range without making it another: a part of a range begins a millisecond late. */
const NEARLY_WHOLE = 0.01;

/**
 * One function over the range, in about `steps` steps; zeros where the program ran without it. A step that the range
 * ends within is left out, unless there is no other: it holds what few processes have sent, which is nobody's level.
 */
export async function answerFunctionSeries(
  asked: Asked,
  question: ProfileQuestion,
  functionName: string,
  steps: number,
  signal: AbortSignal
): Promise<FunctionSeries> {
  const wanted = milliseconds((question.to - question.from) / Math.max(1, Math.floor(steps)));
  const { grid, timestamps, level, functions, unit } = await askFunctionSteps(asked, question, wanted, signal);
  const found = functions.get(functionName);
  const whole = wholeSteps(timestamps, grid, question);
  const { self, total } = found ?? { self: zeros(level), total: zeros(level) };
  return { timestamps: timestamps.slice(...whole), self: self.slice(...whole), total: total.slice(...whole), unit };
}

/** [start, end) of the steps that lie in the span. */
function wholeSteps(timestamps: Float64Array, grid: StepGrid, { from, to }: TimeSpan): [start: number, end: number] {
  const outside = NEARLY_WHOLE * grid.step;
  const isWhole = (time: number) => time - grid.step >= from - outside && time <= to + outside;
  const start = timestamps.findIndex(isWhole);
  return start === -1 ? [0, timestamps.length] : [start, timestamps.findLastIndex(isWhole) + 1];
}
