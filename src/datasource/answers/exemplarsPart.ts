import { dateTime, type DataFrame, type DataLink } from '@grafana/data';
import { ProblemError } from '../../base/problem';
import { millisecondsToSeconds, type Milliseconds } from '../../base/units';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { exemplarFrame } from '../../frames/exemplarFrame';
import type { Exemplar, Label } from '../../pyroscope/questions';
import { chooseStep, stepGrid } from '../numbers/stepGrid';
import { profileTitle } from '../queries/queryText';
import type { ReadyQuery } from '../queries/readyQuery';
import { withExecutedQuery, type Answering, type Target } from './answering';
import { explainRefusal } from './explainRefusal';
import { withFirstTypeNotice } from './firstTypeNotice';
import { askHeatmap } from './heatmapPart';

const NO_EXEMPLARS = 'This backend does not name single profiles: update it, or leave exemplars out of the query.';

/** Single profiles, or single spans, out of those that a query is about: the largest of each step. */
export async function exemplarsFrames(answering: Answering, target: Target, signal: AbortSignal): Promise<DataFrame[]> {
  const { query, span } = target;
  const { longest } = await answering.finder.find(query.profileTypeId, query.labelSelector, span, signal);
  const exemplars =
    query.exemplarsOf === 'span'
      ? await spanExemplars(answering, target, signal)
      : await profileExemplars(answering, target, longest, signal);
  const inside = exemplars.filter(({ timestamp }) => timestamp >= span.from && timestamp <= span.to);
  if (inside.length === 0) {
    await explainNone(answering, query, signal);
    return [];
  }
  const { aggregation, series, profileUnit } = describeProfileType(query.profileTypeId);
  // A profile holds what was spent since the one before: as a rate, it stands beside the series that it is part of.
  const scale = aggregation === 'cumulative' ? series.scale / millisecondsToSeconds(longest) : series.scale;
  const frame = exemplarFrame(
    inside.map(({ value, labels, ...rest }) => ({
      ...rest,
      value: value * scale,
      total: value,
      labels: labels.filter(({ name }) => !name.startsWith('__')),
    })),
    {
      refId: query.refId,
      name: `Single ${query.exemplarsOf === 'span' ? 'spans' : 'profiles'}: ${profileTitle(query.profileTypeId, query.labelSelector)}`,
      seriesUnit: series.unit,
      profileUnit,
      besideSeries: !query.isAboutExemplars,
      links: {
        profileId: linkTo(answering, target, 'profileIdSelector', 'Open this profile'),
        spanId: linkTo(answering, target, 'spanSelector', 'Open the profile of this span'),
      },
    }
  );
  return [withFirstTypeNotice(withExecutedQuery(frame, query), query)];
}

/** Of each series and step the largest. Without those of the series, the labels would not tell whose profile it is. */
async function profileExemplars(
  answering: Answering,
  { query, span, wantedStep }: Target,
  longest: Milliseconds,
  signal: AbortSignal
): Promise<Exemplar[]> {
  const { first, last, step } = stepGrid(span, chooseStep(wantedStep, longest));
  const { profileTypeId, labelSelector, groupBy, limit } = query;
  const question = {
    profileTypeId,
    labelSelector,
    from: first,
    to: last,
    stepSeconds: millisecondsToSeconds(step),
    groupBy,
    limit,
    exemplars: 'individual',
  } as const;
  const series = await explainRefusal(
    answering,
    { feature: 'exemplars', sentence: NO_EXEMPLARS },
    () => answering.client.selectSeries(question, signal),
    signal
  );
  return series.flatMap(({ labels, exemplars = [] }) => exemplars.map((each) => withLabels(each, labels)));
}

/** The backend names spans in heatmaps only. */
async function spanExemplars(answering: Answering, target: Target, signal: AbortSignal): Promise<Exemplar[]> {
  const { heatmap } = await askHeatmap(answering, target, { exemplars: true }, signal);
  return heatmap.series.flatMap(({ labels, exemplars }) => exemplars.map((each) => withLabels(each, labels)));
}

function withLabels(exemplar: Exemplar, labels: readonly Label[]): Exemplar {
  const own = new Set(exemplar.labels.map(({ name }) => name));
  return { ...exemplar, labels: [...exemplar.labels, ...labels.filter(({ name }) => !own.has(name))] };
}

/** No exemplars may mean that there are no profiles, or a backend that passes over the wish. */
async function explainNone({ capabilities }: Answering, query: ReadyQuery, signal: AbortSignal): Promise<void> {
  if (query.exemplarsOf === 'individual' && (await capabilities?.supports('exemplars', signal)) === 'no') {
    throw new ProblemError({ kind: 'unsupported', sentence: NO_EXEMPLARS });
  }
}

/** To Explore, over the same range, with the id that was clicked. */
function linkTo(
  { uid, name }: Answering,
  { query: { refId, profileTypeId, labelSelector }, span }: Target,
  selector: 'profileIdSelector' | 'spanSelector',
  title: string
): DataLink {
  const query = { refId, queryType: 'profile', profileTypeId, labelSelector, [selector]: ['${__value.raw}'] };
  const [from, to] = [dateTime(span.from), dateTime(span.to)];
  const range = { from, to, raw: { from, to } };
  return { title, url: '', internal: { datasourceUid: uid, datasourceName: name, query, range } };
}
