import type { DetailQuestions } from '../table/detailQuestions';
import { ROOT } from '../../profile/callTree';
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

/** What the details of a function can ask this data source; what it cannot answer is absent. */
export function detailQuestionsOf(
  questions: ViewerQuestions | undefined,
  functionName: string,
  sourceLink: DetailQuestions['sourceLink']
): DetailQuestions {
  if (questions === undefined) {
    return { sourceLink };
  }
  const { source, question } = questions;
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
        return functionLines(profile, sampleTypeOf(profile, question), functionName);
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
