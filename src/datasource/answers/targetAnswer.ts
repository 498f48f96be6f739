import type { DataFrame, DataQueryError } from '@grafana/data';
import { problemOf } from '../../base/problem';
import type { AnswerPart } from '../queries/readyQuery';
import type { Answering, Target, TargetAnswer } from './answering';
import { diffFrames } from './diffPart';
import { exemplarsFrames } from './exemplarsPart';
import { functionsFrames } from './functionsPart';
import { heatmapFrames } from './heatmapPart';
import { profileFrames } from './profilePart';
import { seriesFrames } from './seriesPart';

/** In the order of the frames: the flame graph first, for panels that draw only one frame. */
const PARTS: ReadonlyArray<
  readonly [AnswerPart, (answering: Answering, target: Target, signal: AbortSignal) => Promise<DataFrame[]>]
> = [
  ['profile', profileFrames],
  ['diff', diffFrames],
  ['functions', functionsFrames],
  ['series', seriesFrames],
  ['heatmap', heatmapFrames],
  ['exemplars', exemplarsFrames],
];

/** The frames of one query. Each part may fail without the others. Rejects only when it is cancelled. */
export async function answerTarget(answering: Answering, target: Target, signal: AbortSignal): Promise<TargetAnswer> {
  const { refId, wants } = target.query;
  const settled = await Promise.allSettled(
    PARTS.filter(([part]) => wants.has(part)).map(([, framesOf]) => framesOf(answering, target, signal))
  );
  signal.throwIfAborted();
  const frames = settled.flatMap((part) => (part.status === 'fulfilled' ? part.value : []));
  const errors = settled.flatMap((part) => (part.status === 'rejected' ? [queryError(part.reason, refId)] : []));
  // What several parts fail for is said once.
  const saidOnce = errors.filter(({ message }, at) => errors.findIndex((other) => other.message === message) === at);
  return { frames, errors: saidOnce };
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
