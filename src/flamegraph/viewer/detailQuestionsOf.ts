import { ProblemError } from '../../base/problem';
import type { DetailQuestions } from '../table/detailQuestions';
import { ROOT } from '../../profile/callTree';
import { type FunctionValues, functionValues } from '../../profile/functionValues';
import type { FunctionLines } from '../../profile/pprof/functionLines';
import type { ProfileSource } from '../../profile/profileSource';
import type { ViewerQuestions } from './viewerQuestions';

/** Of a function that a profile does not have. */
const NOTHING: FunctionValues = { self: { value: 0 }, total: { value: 0 } };
/** Values of a label beside each other: more would not be read. */
const MOST_VALUES = 12;
/** Steps of a function's line over time. */
const STEPS = 60;

/** Lines of each profile type that the tree is the sum of, added up, and averaged where the tree is an average. */
async function linesOf(
  { question, averageTotal }: Pick<ViewerQuestions, 'question' | 'averageTotal'>,
  pprof: NonNullable<ProfileSource['pprof']>,
  functionName: string,
  signal: AbortSignal
): Promise<FunctionLines> {
  const { otherProfileTypeIds = [], ...rest } = question;
  const types = [question.profileTypeId, ...otherProfileTypeIds];
  const [{ sharedDecoders }, { addLines }, { describeProfileType }, ...files] = await Promise.all([
    import('../../worker/sharedDecoders'),
    import('../../profile/pprof/addLines'),
    import('../../catalogue/describeProfileType'),
    ...types.map((profileTypeId) => pprof({ ...rest, profileTypeId }, signal)),
  ]);
  const isSnapshot = types.some((type) => describeProfileType(type).aggregation === 'instant');
  if (types.length > 1 && isSnapshot && averageTotal === undefined) {
    throw new ProblemError({
      kind: 'unsupported',
      sentence: 'Lines of several kinds of snapshots cannot be averaged together. Look at one profile type alone.',
    });
  }
  const parts = await Promise.all(
    files.map((bytes, at) =>
      // The second part of an id says what was sampled: "process_cpu:cpu:nanoseconds:cpu:nanoseconds".
      sharedDecoders.pprofLines(bytes, types[at].split(':')[1] ?? '', functionName, signal)
    )
  );
  const summed = addLines(parts.map(({ lines }) => lines));
  const sum = parts.reduce((all, part) => all + part.sum, 0);
  return averageTotal === undefined || sum === 0 ? summed : scaledLines(summed, averageTotal / sum);
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
  const { source, question, baseline, averageTotal } = questions;
  const pprof = source.pprof?.bind(source);
  const labelNames = source.labelNames?.bind(source);
  const byLabel = source.byLabel?.bind(source);
  const functionSeries = source.functionSeries?.bind(source);
  const costPerMonth = source.costPerMonth?.bind(source);
  return {
    sourceLink,
    lines: pprof && ((signal) => linesOf(questions, pprof, functionName, signal)),
    // What the baseline's snapshots are the average of is not known.
    baselineLines:
      pprof && baseline && averageTotal === undefined
        ? (signal) => linesOf({ question: baseline }, pprof, functionName, signal)
        : undefined,
    labelNames: labelNames && ((signal) => labelNames(question, signal)),
    byLabel:
      byLabel &&
      (async (label, signal) =>
        (await byLabel(question, label, MOST_VALUES, signal)).map(({ value, tree }) => {
          const { self, total } = functionValues(tree, functionName) ?? NOTHING;
          return { value, self: self.value, total: total.value, whole: tree.total[ROOT] };
        })),
    costs: costPerMonth && {
      left: (value) => costPerMonth(baseline ?? question, value),
      right: baseline && ((value) => costPerMonth(question, value)),
    },
    series: functionSeries && ((signal) => functionSeries(question, functionName, STEPS, signal)),
  };
}
