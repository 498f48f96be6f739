import { CoreApp, type DataFrame, type Labels } from '@grafana/data';
import { annotationFrame } from '../../frames/annotationFrame';
import { seriesToFrames } from '../../frames/seriesFrames';
import { addMatchers, parseLabelSelector } from '../../pyroscope/labelSelector';
import type { Label, SeriesColumns } from '../../pyroscope/questions';
import { partialEnds } from '../numbers/stepGrid';
import { legendName } from '../queries/legendName';
import { profileTitle } from '../queries/queryText';
import type { ReadyQuery } from '../queries/readyQuery';
import { regexAlternatives } from '../queries/regexAlternatives';
import { questionOf, withExecutedQuery, type Answering, type Target } from './answering';
import { answerSeries, type SeriesAnswer } from './seriesAnswer';
import { throttlingMarksOf } from './throttlingMarks';

/** The time series of a query, the largest first, the rest last; and marks on them where it wants those. */
export async function seriesFrames(answering: Answering, target: Target, signal: AbortSignal): Promise<DataFrame[]> {
  const { query, span, wantedStep } = target;
  const { profileTypeId, otherProfileTypeIds, labelSelector, groupBy, limit, includeRest, aggregation } = query;
  const answer = await answerSeries(
    answering,
    {
      ...span,
      profileTypeId,
      otherProfileTypeIds,
      labelSelector,
      groupBy,
      limit,
      includeRest,
      aggregation,
      wantedStep,
    },
    signal
  );
  const { series, rest, grid } = answer;
  const frames = series.flatMap((each) =>
    framesOf(each, target, answer, narrowed(query, each.labels), seriesName(query))
  );
  if (rest !== undefined) {
    frames.push(...framesOf(rest, target, answer, selectorOfRest(query, series), () => 'other', true));
  }
  const marks = query.annotations ? throttlingMarksOf(series, grid.step) : [];
  return marks.length === 0 ? frames : [...frames, annotationFrame(marks, query.refId, 'Throttling')];
}

function framesOf(
  series: SeriesColumns,
  { query, span, app }: Target,
  { unit, grid }: SeriesAnswer,
  labelSelector: string,
  displayName: ((labels: Labels) => string) | undefined,
  isRest = false
): DataFrame[] {
  return seriesToFrames([series], {
    refId: query.refId,
    name: profileTitle(query.profileTypeId, query.labelSelector, query.otherProfileTypeIds),
    displayName,
    unit,
    toOurPanel: app === (CoreApp.Explore as string) && query.wants.has('profile'),
    besideProfile: query.wants.has('profile'),
    meta: {
      version: 1,
      kind: 'series',
      question: questionOf({ ...query, labelSelector }, span),
      stepMs: grid.step,
      ...partialEnds(grid, series.timestamps),
      ...(isRest ? { isRest } : {}),
    },
  }).map((frame) => withExecutedQuery(withGaps(frame), query));
}

/** The flame graph of one series of several is the flame graph of its group. A label that is absent matches "". */
function narrowed({ labelSelector, groupBy }: ReadyQuery, labels: readonly Label[]): string {
  return addMatchers(
    labelSelector,
    groupBy.map((name) => ({ name, op: '=', value: valueOf(labels, name) }))
  );
}

/** Of a rest by several labels no selector can tell what is not shown: it is then asked about with all of the rest. */
function selectorOfRest({ labelSelector, groupBy }: ReadyQuery, shown: readonly SeriesColumns[]): string {
  const [name, ...others] = groupBy;
  return name === undefined || others.length > 0
    ? labelSelector
    : addMatchers(labelSelector, [
        { name, op: '!~', value: regexAlternatives(shown.map(({ labels }) => valueOf(labels, name))) },
      ]);
}

function valueOf(labels: readonly Label[], name: string): string {
  return labels.find((label) => label.name === name)?.value ?? '';
}

/** Undefined: as the frame is called. A legend may name what the selector says of all series as well. */
function seriesName({ groupBy, legendFormat, labelSelector }: ReadyQuery): ((labels: Labels) => string) | undefined {
  if (legendFormat !== undefined) {
    const parsed = parseLabelSelector(labelSelector);
    const selected = parsed.ok ? parsed.matchers.filter(({ op }) => op === '=') : [];
    const common = Object.fromEntries(selected.map(({ name, value }) => [name, value]));
    return (labels) => legendName(legendFormat, { ...common, ...labels });
  }
  return groupBy.length === 0 ? undefined : (labels) => groupBy.map((name) => labels[name] || `no ${name}`).join(', ');
}

/** A gap is NaN in columns and null in Grafana's frames. */
export function withGaps(frame: DataFrame): DataFrame {
  const fields = frame.fields.map((field) => ({
    ...field,
    values: field.values.map((value: unknown) => (Number.isNaN(value) ? null : value)),
  }));
  return { ...frame, fields };
}
