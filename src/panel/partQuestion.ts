import type { DataFrame, DataQueryRequest, DataSourceRef } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { ProblemError } from '../base/problem';
import { epochMs, type TimeSpan } from '../base/units';
import { pyrolensMeta } from '../frames/frameMeta';
import { frameToCallTree, isProfileFrame } from '../frames/frameToCallTree';
import { profileSourceOf, type ProfileAnswer, type ProfileQuestion } from '../profile/profileSource';
import type { TimelineExemplar } from '../timeline/layout/exemplarPlaces';
import type { ProfileOfQuery } from './panelViews';

/** How the profile of a view can be asked for a part of it. */
export interface PartQuestion {
  /** The same for questions that have the same answer. */
  readonly key: string;
  /** Rejects with what `problemOf` reads; aborting cancels the request. */
  ask(span: TimeSpan, signal: AbortSignal): Promise<ProfileAnswer>;
  /** One part of the range as the baseline of another. */
  compare(baseline: TimeSpan, compared: TimeSpan, signal: AbortSignal): Promise<ProfileAnswer>;
  /** The question about one profile or span, undefined of one without an id. Absent: only our own data source has it. */
  readonly about: ((single: SingleProfile) => ProfileQuestion | undefined) | undefined;
  /** Its answer. */
  askAbout(question: ProfileQuestion, signal: AbortSignal): Promise<ProfileAnswer>;
}

/** Which one of the profiles, or of the spans, that are added up in a profile. */
export type SingleProfile = Pick<TimelineExemplar, 'profileId' | 'spanId'>;

/** A panel that shows another panel's data asks nobody. */
const SHARED_QUERY = '-- Dashboard --';

/**
 * The question behind a profile, or behind series and heatmaps of one, or undefined where there is nobody to ask: a
 * snapshot, another panel's data.
 *
 * A frame of our own data source carries its question, which the data source's `profileSource` answers. For any other,
 * the targets of its query are run again.
 */
export function partQuestion(profile: ProfileOfQuery, request: DataQueryRequest | undefined): PartQuestion | undefined {
  const { frame, position } = profile;
  const targets = (request?.targets ?? []).filter(({ refId }) => refId === frame.refId || frame.refId === undefined);
  const { question, baseline } = notedQuestions(frame);
  const reference = dataSourceOf(frame, request);
  if (reference === undefined || (question === undefined && targets.length === 0)) {
    return undefined;
  }
  const dataSourceNow = async (signal: AbortSignal) => {
    const dataSource = await getDataSourceSrv().get(reference, request?.scopedVars);
    signal.throwIfAborted();
    return { dataSource, source: profileSourceOf(dataSource) };
  };
  const ask = async (span: TimeSpan, signal: AbortSignal): Promise<ProfileAnswer> => {
    const { dataSource, source } = await dataSourceNow(signal);
    if (source !== undefined && question !== undefined && baseline === undefined) {
      return source.profile(questionAbout(question, span), signal);
    }
    if (source?.diff !== undefined && question !== undefined && baseline !== undefined) {
      return source.diff(baseline, questionAbout(question, span), signal);
    }
    if (request === undefined || targets.length === 0) {
      throw new ProblemError({
        kind: 'unsupported',
        sentence: 'This data source cannot be asked for a part of the range. Choose the range in the time picker.',
      });
    }
    const { rerunTargets } = await import('./rerunTargets');
    const frames = await rerunTargets(dataSource, { ...request, targets }, span, signal);
    return answerIn(frames, frame.refId, position);
  };
  return {
    key: JSON.stringify([
      reference.uid,
      position,
      question === undefined ? targets : [withoutSpan(question), baseline && withoutSpan(baseline)],
    ]),
    ask,
    about: question && ((single) => questionAboutSingle(question, single)),
    async askAbout(single, signal) {
      const { source } = await dataSourceNow(signal);
      if (source === undefined) {
        throw new ProblemError({
          kind: 'unsupported',
          sentence: 'This data source cannot be asked for a single profile.',
        });
      }
      return source.profile(single, signal);
    },
    async compare(left, right, signal) {
      const { source } = await dataSourceNow(signal);
      if (source?.diff !== undefined && question !== undefined) {
        return source.diff(questionAbout(question, left), questionAbout(question, right), signal);
      }
      const [{ diffTrees }, before, after] = await Promise.all([
        import('../profile/diffTrees'),
        ask(left, signal),
        ask(right, signal),
      ]);
      return { ...after, tree: diffTrees(before.tree, after.tree) };
    },
  };
}

/** Whom to ask about a frame, or undefined where there is nobody. */
export function dataSourceOf(frame: DataFrame, request: DataQueryRequest | undefined): DataSourceRef | undefined {
  const note = pyrolensMeta(frame);
  const target = request?.targets.find(({ refId }) => refId === frame.refId || frame.refId === undefined);
  const reference: DataSourceRef | undefined =
    (note?.kind === 'profile' ? note.dataSource : undefined) ?? target?.datasource ?? undefined;
  return reference?.uid === SHARED_QUERY ? undefined : reference;
}

/** The questions that a frame of our own data source answers; for a comparison the baseline's too. */
export function notedQuestions(frame: DataFrame): {
  readonly question?: ProfileQuestion;
  readonly baseline?: ProfileQuestion;
} {
  const note = pyrolensMeta(frame);
  return { question: note?.question, baseline: note?.kind === 'profile' ? note.baseline : undefined };
}

/**
 * A question about a part of the range. A step of a series at t is (t - step, t], so a part that begins at a step's end
 * begins just after it: an upload at that moment would be counted in both parts otherwise.
 */
export function questionAbout(question: ProfileQuestion, { from, to }: TimeSpan): ProfileQuestion {
  return { ...question, from: epochMs(from + 1), to };
}

/** Asked over all of the range: what a profile of a moment holds was spent before it. */
function questionAboutSingle(
  question: ProfileQuestion,
  { profileId, spanId }: SingleProfile
): ProfileQuestion | undefined {
  return spanId !== undefined
    ? { ...question, spanSelector: [spanId] }
    : profileId !== undefined
      ? { ...question, profileIdSelector: [profileId] }
      : undefined;
}

function withoutSpan(question: ProfileQuestion): Partial<ProfileQuestion> {
  return { ...question, from: undefined, to: undefined };
}

function answerIn(frames: readonly DataFrame[], refId: string | undefined, position: number): ProfileAnswer {
  const frame = frames.filter((one) => isProfileFrame(one) && (one.refId === refId || refId === undefined))[position];
  if (frame === undefined) {
    throw new ProblemError({
      kind: 'malformed-answer',
      sentence: 'The data source gave no profile for this part of the range. Select a longer part.',
    });
  }
  return { tree: frameToCallTree(frame) };
}
