import { CoreApp, type DataFrame, type DataQueryError, type Labels } from '@grafana/data';
import { problemOf } from '../../base/problem';
import type { Milliseconds, TimeSpan } from '../../base/units';
import { describeProfileType } from '../../catalogue/describeProfileType';
import { callTreeToFrame } from '../../frames/callTreeToFrame';
import { seriesToFrames } from '../../frames/seriesFrames';
import type { ProfileQuestion } from '../../profile/profileSource';
import { ROOT } from '../../profile/callTree';
import type { PyroscopeClient } from '../../pyroscope/client';
import { addMatchers } from '../../pyroscope/labelSelector';
import type { Label } from '../../pyroscope/questions';
import { profileTitle } from '../queries/queryText';
import type { ReadyQuery } from '../queries/readyQuery';
import { answerProfile } from './profileAnswer';
import { answerSeries } from './seriesAnswer';
import type { UploadIntervalFinder } from './uploadIntervals';

export interface Answering {
  /** Uid of the data source instance, which a panel may ask more. */
  readonly uid: string;
  readonly client: PyroscopeClient;
  readonly finder: UploadIntervalFinder;
}

/** One query of a panel, ready to be asked. */
export interface Target {
  /** With a profile type. */
  readonly query: ReadyQuery;
  readonly span: TimeSpan;
  readonly wantedStep: Milliseconds;
  /** Where the query runs: in Explore, series with a flame graph go to our own panel, too. */
  readonly app: string;
}

export interface TargetAnswer {
  readonly frames: DataFrame[];
  readonly errors: DataQueryError[];
}

/**
 * The frames of one query: the flame graph first, for panels that draw only one frame, then the time series. One of the
 * two may fail without the other. Rejects only when it is cancelled.
 */
export async function answerTarget(answering: Answering, target: Target, signal: AbortSignal): Promise<TargetAnswer> {
  const { refId, wantsProfile, wantsSeries } = target.query;
  const settled = await Promise.allSettled([
    wantsProfile ? profileFrames(answering, target, signal) : [],
    wantsSeries ? seriesFrames(answering, target, signal) : [],
  ]);
  signal.throwIfAborted();
  const frames = settled.flatMap((part) => (part.status === 'fulfilled' ? part.value : []));
  const errors = settled.flatMap((part) => (part.status === 'rejected' ? [queryError(part.reason, refId)] : []));
  const [first, second] = errors;
  return { frames, errors: first?.message === second?.message ? errors.slice(0, 1) : errors };
}

/** What Grafana shows in a panel's corner and in Explore; the backend's own text goes to the inspector. */
export function queryError(error: unknown, refId: string): DataQueryError {
  const { sentence, detail, status } = problemOf(error);
  return {
    refId,
    message: sentence,
    ...(status === undefined ? {} : { status }),
    data: { message: sentence, ...(detail === undefined ? {} : { error: detail }) },
  };
}

async function profileFrames(
  { uid, client, finder }: Answering,
  { query, span }: Target,
  signal: AbortSignal
): Promise<DataFrame[]> {
  const question = questionOf(query, span);
  const { tree, averagedOver } = await answerProfile(client, finder, question, signal);
  if (tree.total[ROOT] === 0) {
    return [];
  }
  const title = profileTitle(query.profileTypeId, query.labelSelector);
  const frame = callTreeToFrame(tree, {
    refId: query.refId,
    name: title,
    unit: describeProfileType(query.profileTypeId).profileUnit,
    meta: {
      version: 1,
      kind: 'profile',
      question,
      title,
      dataSource: { uid },
      ...(averagedOver === undefined ? {} : { averagedOver }),
    },
  });
  return [withExecutedQuery(frame, query)];
}

async function seriesFrames(
  { client, finder }: Answering,
  { query, span, wantedStep, app }: Target,
  signal: AbortSignal
): Promise<DataFrame[]> {
  const { profileTypeId, labelSelector, groupBy, limit, refId } = query;
  const ask = { ...span, profileTypeId, labelSelector, groupBy, limit, wantedStep };
  const { series, grid } = await answerSeries(client, finder, ask, signal);
  return series.flatMap((each) =>
    seriesToFrames([each], {
      refId,
      name: profileTitle(profileTypeId, labelSelector),
      displayName: groupBy.length === 0 ? undefined : (labels) => groupName(groupBy, labels),
      unit: describeProfileType(profileTypeId).series.unit,
      toOurPanel: app === (CoreApp.Explore as string) && query.wantsProfile,
      meta: {
        version: 1,
        kind: 'series',
        question: questionOf({ ...query, labelSelector: narrowed(query, each.labels) }, span),
        stepMs: grid.step,
        partialFirst: grid.partialFirst,
        partialLast: grid.partialLast,
      },
    }).map((frame) => withExecutedQuery(withGaps(frame), query))
  );
}

function questionOf(query: ReadyQuery, { from, to }: TimeSpan): ProfileQuestion {
  const { profileTypeId, labelSelector, maxNodes, spanSelector, traceIdSelector, profileIdSelector } = query;
  return {
    profileTypeId,
    labelSelector,
    from,
    to,
    ...(maxNodes === undefined ? {} : { maxNodes }),
    ...(spanSelector === undefined ? {} : { spanSelector }),
    ...(traceIdSelector === undefined ? {} : { traceIdSelector }),
    ...(profileIdSelector === undefined ? {} : { profileIdSelector }),
  };
}

/** The flame graph of one series of several is the flame graph of its group. A label that is absent matches "". */
function narrowed({ labelSelector, groupBy }: ReadyQuery, labels: readonly Label[]): string {
  const valueOf = (name: string) => labels.find((label) => label.name === name)?.value ?? '';
  return addMatchers(
    labelSelector,
    groupBy.map((name) => ({ name, op: '=', value: valueOf(name) }))
  );
}

function groupName(groupBy: readonly string[], labels: Labels): string {
  return groupBy.map((name) => labels[name] || `no ${name}`).join(', ');
}

/** A gap is NaN in columns and null in Grafana's frames. */
function withGaps(frame: DataFrame): DataFrame {
  const fields = frame.fields.map((field) => ({
    ...field,
    values: field.values.map((value: unknown) => (Number.isNaN(value) ? null : value)),
  }));
  return { ...frame, fields };
}

/** What the query inspector shows as the query that ran. */
function withExecutedQuery(frame: DataFrame, { profileTypeId, labelSelector }: ReadyQuery): DataFrame {
  return { ...frame, meta: { ...frame.meta, executedQueryString: `${profileTypeId}${labelSelector}` } };
}
