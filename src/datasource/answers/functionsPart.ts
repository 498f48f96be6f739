import type { DataFrame } from '@grafana/data';
import { milliseconds } from '../../base/units';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { functionsFrame } from '../../frames/functionsFrame';
import { seriesToFrames } from '../../frames/seriesFrames';
import { ROOT } from '../../profile/callTree';
import { partialEnds } from '../numbers/stepGrid';
import { legendName } from '../queries/legendName';
import { profileTitle } from '../queries/queryText';
import { questionOf, withExecutedQuery, type Answering, type Target } from './answering';
import { askFunctionSteps } from './functionSteps';
import { cutValue, functionValues } from './functionValues';
import { answerProfile } from './profileAnswer';
import { withGaps } from './seriesPart';

/** Rows of a table, and series, where the query does not say how many. */
const USUAL_ROWS = 100;
const USUAL_SERIES = 10;
/** For exact values, unless the query or the settings say how many: what is cut from a flame graph is missing here. */
const TABLE_NODES = 65_536;

/** The largest functions of a profile, as a table or over time. */
export async function functionsFrames(answering: Answering, target: Target, signal: AbortSignal): Promise<DataFrame[]> {
  const frames =
    target.query.functions.as === 'table'
      ? await tableFrames(answering, target, signal)
      : await overTime(answering, target, signal);
  return frames.map((frame) => withExecutedQuery(frame, target.query));
}

async function tableFrames(answering: Answering, { query, span }: Target, signal: AbortSignal): Promise<DataFrame[]> {
  const { by, name } = query.functions;
  const question = { ...questionOf(query, span), maxNodes: query.maxNodes ?? TABLE_NODES };
  const { tree } = await answerProfile(answering, question, signal);
  const whole = tree.total[ROOT];
  if (whole === 0) {
    return [];
  }
  const rows = Array.from(functionValues(tree), ([func, values]) => ({ name: func, ...values }))
    .filter((row) => (name === undefined || name.test(row.name)) && row[by] > 0)
    .sort((a, b) => b[by] - a[by] || a.name.localeCompare(b.name))
    .slice(0, query.limit ?? USUAL_ROWS);
  const cut = cutValue(tree) / whole;
  return [
    functionsFrame(rows, {
      refId: query.refId,
      name: `Functions: ${profileTitle(query.profileTypeId, query.labelSelector, query.otherProfileTypeIds)}`,
      unit: describeProfileType(query.profileTypeId).profileUnit,
      whole,
      by,
      ...(cut > 0.0005
        ? {
            notice: `${(cut * 100).toLocaleString('en', { maximumFractionDigits: 1 })} % of the profile is in functions that the backend cut: raise the maximum of nodes to see them.`,
          }
        : {}),
    }),
  ];
}

async function overTime(
  answering: Answering,
  { query, span, wantedStep }: Target,
  signal: AbortSignal
): Promise<DataFrame[]> {
  const { by, name } = query.functions;
  const question = questionOf(query, span);
  const steps = await askFunctionSteps(answering, question, milliseconds(wantedStep), signal);
  const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0);
  const largest = Array.from(steps.functions, ([func, columns]) => ({
    func,
    values: columns[by],
    sum: sumOf(columns[by]),
  }))
    .filter(({ func, sum }) => sum > 0 && (name === undefined || name.test(func)))
    .sort((a, b) => b.sum - a.sum || a.func.localeCompare(b.func))
    .slice(0, query.limit ?? USUAL_SERIES);
  return largest.flatMap(({ func, values }) =>
    seriesToFrames([{ labels: [{ name: 'function', value: func }], timestamps: steps.timestamps, values }], {
      refId: query.refId,
      name: profileTitle(query.profileTypeId, query.labelSelector, query.otherProfileTypeIds),
      displayName: (labels) => (query.legendFormat === undefined ? func : legendName(query.legendFormat, labels)),
      unit: steps.unit,
      toOurPanel: false,
      meta: {
        version: 1,
        kind: 'series',
        question,
        stepMs: steps.grid.step,
        ...partialEnds(steps.grid, steps.timestamps),
      },
    }).map(withGaps)
  );
}
