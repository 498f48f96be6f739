import { epochMs, milliseconds, type Milliseconds } from '../../base/units';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { ROOT, type CallTree } from '../../profile/callTree';
import type { ProfileQuestion } from '../../profile/profileSource';
import { askParts } from '../../pyroscope/askParts';
import { chooseStep, stepGrid, type StepGrid } from '../numbers/stepGrid';
import type { Asked } from './asked';
import { stepColumns, type FunctionStep } from './endedSteps';
import { functionValues } from './functionValues';
import { MOST_STEPS } from './mostPoints';
import { answerProfile } from './profileAnswer';
import { answerSeries } from './seriesAnswer';

/** Flame graphs asked for at a time. */
const AT_ONCE = 4;
/** Of each step's flame graph, where the question leaves it open: there are many, and only sums are made of them. */
const STEP_NODES = 16_384;

/** All functions of a profile over time. Columns are as long as there are steps. */
export interface FunctionSteps {
  readonly grid: StepGrid;
  /** Ends of the steps, milliseconds since the Unix epoch. */
  readonly timestamps: Float64Array;
  /** The whole profile, in `unit`; NaN where nothing is known. */
  readonly level: Float64Array;
  /** By name, in `unit`. */
  readonly functions: ReadonlyMap<string, FunctionColumns>;
  /** As of the profile type's time series: cores, bytes. */
  readonly unit: string;
}

export interface FunctionColumns {
  readonly self: Float64Array;
  readonly total: Float64Array;
}

/**
 * Functions over time, which no backend can tell: the range is asked for step by step, and a function has its share of
 * each step's flame graph of the value that the whole profile has there as a time series. So what functions add up to
 * is the time series, at any step, for types that add up and for snapshots alike.
 *
 * @param wanted length of a step; it is longer where it has to be
 */
export async function askFunctionSteps(
  asked: Asked,
  question: ProfileQuestion,
  wanted: Milliseconds,
  signal: AbortSignal
): Promise<FunctionSteps> {
  const { profileTypeId, labelSelector, from, to } = question;
  const shortest = milliseconds(Math.max(wanted, (to - from) / MOST_STEPS));
  const {
    longest,
    byService,
    isEmpty = false,
  } = await asked.finder.find(profileTypeId, labelSelector, question, signal);
  const grid = stepGrid({ from, to }, chooseStep(shortest, longest));
  const timestamps = Float64Array.from(
    { length: isEmpty ? 0 : Math.round((grid.last - grid.first) / grid.step) + 1 },
    (_, at) => grid.first + at * grid.step
  );
  const isPart = selectsPart(question);
  const isMixed = byService.size > 0 || (question.otherProfileTypeIds ?? []).length > 0;
  // Shares are the same of a sum of snapshots as of their average, which takes more requests; unless intervals differ.
  const isSum = !isPart && !isMixed;
  const [levels, steps] = await Promise.all([
    isPart || isEmpty ? undefined : seriesLevels(asked, question, grid.step, signal),
    askParts(
      [...timestamps],
      async (time, stop) => {
        // Both ends are in the backend's range, so that it begins a millisecond after the step before.
        const step = {
          from: epochMs(Math.max(from, time - grid.step + 1)),
          to: epochMs(Math.min(time, Math.max(to, from + 1))),
        };
        const stepQuestion = { ...question, ...step, maxNodes: question.maxNodes ?? STEP_NODES };
        const ask = async () =>
          stepOf(await treeOf(asked, stepQuestion, isSum, stop), grid.step, profileTypeId, isPart);
        const key = JSON.stringify([stepQuestion, grid.step, isSum]);
        return asked.endedSteps === undefined ? ask() : asked.endedSteps.find(key, time, longest, ask);
      },
      signal,
      AT_ONCE
    ),
  ]);
  const level = timestamps.map((time, at) => (levels === undefined ? steps[at].level : (levels.get(time) ?? NaN)));
  // As with a time series, there are no points before the first that is known, and after the last.
  const begin = level.findIndex((value) => !Number.isNaN(value));
  const end = begin === -1 ? 0 : level.findLastIndex((value) => !Number.isNaN(value)) + 1;
  const known = level.slice(Math.max(0, begin), end);
  return {
    grid,
    timestamps: timestamps.slice(Math.max(0, begin), end),
    level: known,
    functions: columnsOf(steps.slice(Math.max(0, begin), end), known),
    unit: describeProfileType(profileTypeId).series.unit,
  };
}

/** Of spans, traces, profiles and call sites there are no time series. */
function selectsPart({ spanSelector, traceIdSelector, profileIdSelector, callSite }: ProfileQuestion): boolean {
  return [spanSelector, traceIdSelector, profileIdSelector, callSite].some((selector = []) => selector.length > 0);
}

async function treeOf(asked: Asked, question: ProfileQuestion, isSum: boolean, signal: AbortSignal): Promise<CallTree> {
  return isSum ? asked.client.mergeStacktraces(question, signal) : (await answerProfile(asked, question, signal)).tree;
}

function stepOf(tree: CallTree, step: Milliseconds, profileTypeId: string, isPart: boolean): FunctionStep {
  const { aggregation, series } = describeProfileType(profileTypeId);
  const whole = tree.total[ROOT];
  const perSecond = aggregation === 'cumulative' ? 1000 / step : 1;
  return { whole, level: isPart ? whole * perSecond * series.scale : NaN, ...stepColumns(functionValues(tree)) };
}

async function seriesLevels(
  asked: Asked,
  { profileTypeId, otherProfileTypeIds, labelSelector, from, to }: ProfileQuestion,
  wantedStep: Milliseconds,
  signal: AbortSignal
): Promise<ReadonlyMap<number, number>> {
  const ask = { profileTypeId, otherProfileTypeIds, labelSelector, from, to, groupBy: [], wantedStep };
  const { series } = await answerSeries(asked, ask, signal);
  return new Map(series.flatMap(({ timestamps, values }) => Array.from(timestamps, (time, at) => [time, values[at]])));
}

function columnsOf(steps: readonly FunctionStep[], level: Float64Array): Map<string, FunctionColumns> {
  const functions = new Map<string, FunctionColumns>();
  let last: FunctionStep | undefined;
  steps.forEach((step, at) => {
    // A step whose uploads came late has none, but its series was made good from its neighbours; so is its flame graph.
    const source = step.whole > 0 ? step : level[at] > 0 ? last : undefined;
    last = step.whole > 0 ? step : last;
    if (source === undefined) {
      return;
    }
    const factor = level[at] / source.whole;
    source.names.forEach((name, row) => {
      let columns = functions.get(name);
      if (columns === undefined) {
        columns = { self: zeros(level), total: zeros(level) };
        functions.set(name, columns);
      }
      columns.self[at] = source.self[row] * factor;
      columns.total[at] = source.total[row] * factor;
    });
  });
  return functions;
}

/** Zero wherever something is known. */
export function zeros(level: Float64Array): Float64Array {
  return level.map((value) => (Number.isNaN(value) ? NaN : 0));
}
