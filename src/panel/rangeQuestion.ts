import type { DataFrame, DataQueryRequest, DataSourceRef } from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { ProblemError } from '../base/problem';
import type { TimeSpan } from '../base/units';
import { pyrolensMeta } from '../frames/frameMeta';
import { frameToCallTree, isProfileFrame } from '../frames/frameToCallTree';
import { profileSourceOf, type ProfileAnswer, type ProfileQuestion } from '../profile/profileSource';
import type { ProfileOfQuery } from './panelViews';
import { rerunTargets } from './rerunTargets';

/** How the profile of a view can be asked for a part of its range. */
export interface RangeQuestion {
  /** The same for questions that have the same answer. */
  readonly key: string;
  /** Rejects with what `problemOf` reads; aborting cancels the request. */
  ask(span: TimeSpan, signal: AbortSignal): Promise<ProfileAnswer>;
}

/** A panel that shows another panel's data asks nobody. */
const SHARED_QUERY = '-- Dashboard --';

/**
 * The question behind a profile, or undefined where there is nobody to ask: a snapshot, another panel's data.
 *
 * A frame of our own data source carries its question, which the data source's `profileSource` answers. For any other,
 * the targets of its query are run again.
 */
export function rangeQuestion(
  { frame, position }: ProfileOfQuery,
  request: DataQueryRequest | undefined
): RangeQuestion | undefined {
  const targets = (request?.targets ?? []).filter(({ refId }) => refId === frame.refId || frame.refId === undefined);
  const note = pyrolensMeta(frame);
  const noted = note?.kind === 'profile' ? note : undefined;
  const reference: DataSourceRef | undefined = noted?.dataSource ?? targets[0]?.datasource ?? undefined;
  if (reference === undefined || reference.uid === SHARED_QUERY) {
    return undefined;
  }
  const question = noted?.question;
  if (question === undefined && targets.length === 0) {
    return undefined;
  }
  return {
    key: JSON.stringify([reference.uid, position, question === undefined ? targets : withoutSpan(question)]),
    async ask(span, signal) {
      const dataSource = await getDataSourceSrv().get(reference, request?.scopedVars);
      signal.throwIfAborted();
      const source = profileSourceOf(dataSource);
      if (source !== undefined && question !== undefined) {
        return source.profile({ ...question, ...span }, signal);
      }
      if (request === undefined || targets.length === 0) {
        throw new ProblemError({
          kind: 'unsupported',
          sentence: 'This data source cannot be asked for a part of the range. Choose the range in the time picker.',
        });
      }
      const frames = await rerunTargets(dataSource, { ...request, targets }, span, signal);
      return answerIn(frames, frame.refId, position);
    },
  };
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
