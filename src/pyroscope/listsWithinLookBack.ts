import { epochMs, type TimeSpan } from '../base/units';
import type { FullPyroscopeClient } from './client';
import type { LookBack } from './lookBack';

/** What a backend answers at once, unless that was changed: a shorter range is one request anyway. */
const DAY_MS = 86_400_000;

/**
 * The same client, but lists of profile types, labels and values over a long range are not looked for where the backend
 * does not look back to: over a month of which it answers a week, three of four requests would be for nothing.
 *
 * @param now milliseconds since the Unix epoch
 */
export function listsWithinLookBack(
  client: FullPyroscopeClient,
  lookBack: LookBack,
  now: () => number = Date.now
): FullPyroscopeClient {
  async function reached({ from, to }: TimeSpan, signal: AbortSignal): Promise<TimeSpan> {
    const limit = to - from > DAY_MS ? await lookBack(signal, { from, to }) : undefined;
    return { from: limit === undefined ? from : epochMs(Math.max(from, Math.min(now() - limit, to - 1))), to };
  }
  return {
    ...client,
    profileTypes: async (span, signal) => client.profileTypes(await reached(span, signal), signal),
    labelNames: async (question, signal) =>
      client.labelNames({ ...question, span: await reached(question.span, signal) }, signal),
    labelValues: async (question, signal) =>
      client.labelValues({ ...question, span: await reached(question.span, signal) }, signal),
    series: async (question, signal) =>
      client.series({ ...question, span: await reached(question.span, signal) }, signal),
  };
}
