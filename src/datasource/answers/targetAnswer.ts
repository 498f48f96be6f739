import type { DataFrame, DataQueryError } from '@grafana/data';
import { problemOf } from '../../base/problem';
import type { AnswerPart } from '../queries/readyQuery';
import type { Answering, Target, TargetAnswer } from './answering';
import { profileFrames } from './profilePart';
import { seriesFrames } from './seriesPart';

type Answer = (answering: Answering, target: Target, signal: AbortSignal) => Promise<DataFrame[]>;

/**
 * In the order of the frames: the flame graph first, for panels that draw only one frame. What few dashboards ask is
 * loaded when it is asked.
 */
const PARTS: ReadonlyArray<readonly [AnswerPart, () => Answer | Promise<Answer>]> = [
  ['profile', () => profileFrames],
  ['diff', async () => (await import(/* webpackChunkName: "diffAnswer" */ './diffPart')).diffFrames],
  [
    'functions',
    async () => (await import(/* webpackChunkName: "functionsAnswer" */ './functionsPart')).functionsFrames,
  ],
  ['series', () => seriesFrames],
  ['heatmap', async () => (await import(/* webpackChunkName: "singlesAnswer" */ './heatmapPart')).heatmapFrames],
  ['exemplars', async () => (await import(/* webpackChunkName: "singlesAnswer" */ './exemplarsPart')).exemplarsFrames],
];

/** The frames of one query. Each part may fail without the others. Rejects only when it is cancelled. */
export async function answerTarget(answering: Answering, target: Target, signal: AbortSignal): Promise<TargetAnswer> {
  const { refId, wants } = target.query;
  const settled = await Promise.allSettled(
    PARTS.filter(([part]) => wants.has(part)).map(async ([, load]) => (await load())(answering, target, signal))
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
