import { problemOf } from '../base/problem';
import {
  epochMs,
  millisecondsToSeconds,
  milliseconds,
  seconds,
  secondsToMilliseconds,
  type Seconds,
} from '../base/units';
import { decodeTree } from '../profile/decodeTree';
import type { ProfileQuestion } from '../profile/profileSource';
import type { FullPyroscopeClient } from './client';
import { sampleUnitOf } from './profileTypeId';

/** What a backend says whose older storage would have to answer and cannot (pkg/frontend/frontend_stubs.go). */
const NOT_IMPLEMENTED = 501;

/**
 * The same client, but what only the newer storage of a backend can answer, heatmaps and traces, is answered over
 * ranges that begin before that storage does.
 *
 * A backend with both storages passes a range that begins before the oldest profile in the newer one to both of them,
 * and the older one refuses (pkg/frontend/readpath/router.go), even if it is empty. After that refusal the same is
 * asked from where the data begins, which the backend tells by a time series only. The answer is then of all the data
 * in the range, or of all but the profiles of its first step. If the older storage has data in the range, or if there
 * is no newer one, the refusal stands.
 */
export function overNewerStorage(client: FullPyroscopeClient): FullPyroscopeClient {
  return {
    ...client,

    selectHeatmap: (question, signal) =>
      askNewerStorage(
        client,
        question,
        (later) => client.selectHeatmap(later, signal),
        { step: question.stepSeconds, nothing: { bucketMins: new Float64Array(), series: [] } },
        signal
      ),

    mergeStacktraces: (question, signal) =>
      hasTraces(question)
        ? askNewerStorage(
            client,
            question,
            (later) => client.mergeStacktraces(later, signal),
            {
              step: fineStep(question),
              nothing: decodeTree(new Uint8Array(), { unit: sampleUnitOf(question.profileTypeId) }),
            },
            signal
          )
        : client.mergeStacktraces(question, signal),

    mergeProfile: (question, signal) =>
      hasTraces(question)
        ? askNewerStorage(
            client,
            question,
            (later) => client.mergeProfile(later, signal),
            { step: fineStep(question), nothing: new Uint8Array() },
            signal
          )
        : client.mergeProfile(question, signal),
  };
}

type Target = Pick<ProfileQuestion, 'profileTypeId' | 'labelSelector' | 'from' | 'to'>;

/** @param nothing the answer if there is no data in the range */
async function askNewerStorage<Q extends Target, A>(
  client: FullPyroscopeClient,
  question: Q,
  ask: (question: Q) => Promise<A>,
  { step, nothing }: { step: Seconds; nothing: A },
  signal: AbortSignal
): Promise<A> {
  const whole = await unlessRefused(() => ask(question));
  if (whole.ok) {
    return whole.answer;
  }
  const { profileTypeId, labelSelector, from, to } = question;
  const series = await client.selectSeries({ profileTypeId, labelSelector, from, to, stepSeconds: step }, signal);
  const first = Math.min(...series.map(({ timestamps }) => timestamps[0] ?? Infinity));
  if (first === Infinity) {
    return nothing;
  }
  // The first profile lies in (first - step, first]. The range must begin after the oldest profile of all, which may
  // be one of those.
  for (const later of [first - secondsToMilliseconds(step), first + 1]) {
    if (later > from && later < to) {
      const rest = await unlessRefused(() => ask({ ...question, from: epochMs(later) }));
      if (rest.ok) {
        return rest.answer;
      }
    }
  }
  throw whole.refusal;
}

type Outcome<A> = { readonly ok: true; readonly answer: A } | { readonly ok: false; readonly refusal: unknown };

async function unlessRefused<A>(ask: () => Promise<A>): Promise<Outcome<A>> {
  try {
    return { ok: true, answer: await ask() };
  } catch (error) {
    if (problemOf(error).status !== NOT_IMPLEMENTED) {
      throw error;
    }
    return { ok: false, refusal: error };
  }
}

function hasTraces({ traceIdSelector }: ProfileQuestion): boolean {
  return traceIdSelector !== undefined && traceIdSelector.length > 0;
}

/** Fine enough to lose little of the range, coarse enough for a small answer. */
function fineStep({ from, to }: ProfileQuestion): Seconds {
  return seconds(Math.max(1, millisecondsToSeconds(milliseconds(to - from)) / 500));
}
