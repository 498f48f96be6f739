import type { DetailQuestions } from '../table/detailQuestions';
import { ROOT } from '../../profile/callTree';
import type { FunctionLines } from '../../profile/pprof/functionLines';
import type { PprofProfile } from '../../profile/pprof/pprofProfile';
import type { ProfileQuestion } from '../../profile/profileSource';
import { topTable } from '../../profile/topTable';
import type { ViewerQuestions } from './viewerQuestions';

/** Values of a label beside each other: more would not be read. */
const MOST_VALUES = 12;
/** Steps of a function's line over time. */
const STEPS = 60;

/** Position of the sample type that was asked for; the first where none has its name. */
function sampleTypeOf({ sampleTypes }: PprofProfile, { profileTypeId }: ProfileQuestion): number {
  // The second part of an id says what was sampled: "process_cpu:cpu:nanoseconds:cpu:nanoseconds".
  const [, name] = profileTypeId.split(':');
  return Math.max(
    0,
    sampleTypes.findIndex(({ type }) => type === name)
  );
}

function sumOf({ samples, sampleTypes }: PprofProfile, sampleType: number): number {
  let sum = 0;
  for (let at = sampleType; at < samples.values.length; at += sampleTypes.length) {
    sum += samples.values[at];
  }
  return sum;
}

function scaledLines(answer: FunctionLines, factor: number): FunctionLines {
  const { lines } = answer;
  const scaled = (values: Float64Array) => values.map((value) => value * factor);
  return { ...answer, lines: { ...lines, self: scaled(lines.self), total: scaled(lines.total) } };
}

/** What the details of a function can ask this data source; what it cannot answer is absent. */
export function detailQuestionsOf(
  questions: ViewerQuestions | undefined,
  functionName: string,
  sourceLink: DetailQuestions['sourceLink']
): DetailQuestions {
  if (questions === undefined) {
    return { sourceLink };
  }
  const { source, question, averageTotal } = questions;
  const pprof = source.pprof?.bind(source);
  const labelNames = source.labelNames?.bind(source);
  const byLabel = source.byLabel?.bind(source);
  const functionSeries = source.functionSeries?.bind(source);
  return {
    sourceLink,
    lines:
      pprof &&
      (async (signal) => {
        const [bytes, { decodePprof }, { functionLines }] = await Promise.all([
          pprof(question, signal),
          import('../../profile/pprof/decodePprof'),
          import('../../profile/pprof/functionLines'),
        ]);
        const profile = decodePprof(bytes);
        const sampleType = sampleTypeOf(profile, question);
        const summed = functionLines(profile, sampleType, functionName);
        const sum = sumOf(profile, sampleType);
        return averageTotal === undefined || sum === 0 ? summed : scaledLines(summed, averageTotal / sum);
      }),
    labelNames: labelNames && ((signal) => labelNames(question, signal)),
    byLabel:
      byLabel &&
      (async (label, signal) =>
        (await byLabel(question, label, MOST_VALUES, signal)).map(({ value, tree }) => {
          const func = tree.functions.names.indexOf(functionName, 1);
          const { self, total } = topTable(tree);
          return { value, self: self[func] ?? 0, total: total[func] ?? 0, whole: tree.total[ROOT] };
        })),
    series: functionSeries && ((signal) => functionSeries(question, functionName, STEPS, signal)),
  };
}
