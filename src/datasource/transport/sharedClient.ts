import type { FullPyroscopeClient } from '../../pyroscope/client';
import { EndedProfiles } from './endedProfiles';
import { SharedRequests } from './sharedRequests';

/**
 * The same client, but a question that is under way already is not sent again (see `SharedRequests`), and neither is one
 * for the profile of a range that has ended, a while after its answer (see `EndedProfiles`).
 *
 * @param now milliseconds since the Unix epoch
 */
export function sharedClient(client: FullPyroscopeClient, now: () => number = Date.now): FullPyroscopeClient {
  const requests = new SharedRequests();
  const ended = new EndedProfiles(now);
  const share = <T>(method: keyof FullPyroscopeClient, question: unknown, signal: AbortSignal, ask: Ask<T>) =>
    requests.ask(`${method} ${JSON.stringify(question)}`, signal, ask);
  return {
    profileTypes: (span, signal) => share('profileTypes', span, signal, (s) => client.profileTypes(span, s)),
    labelNames: (question, signal) => share('labelNames', question, signal, (s) => client.labelNames(question, s)),
    labelValues: (question, signal) => share('labelValues', question, signal, (s) => client.labelValues(question, s)),
    series: (question, signal) => share('series', question, signal, (s) => client.series(question, s)),
    selectSeries: (question, signal) =>
      share('selectSeries', question, signal, (s) => client.selectSeries(question, s)),
    selectHeatmap: (question, signal) =>
      share('selectHeatmap', question, signal, (s) => client.selectHeatmap(question, s)),
    mergeStacktraces: (question, signal) =>
      ended.find(question, () =>
        share('mergeStacktraces', question, signal, (s) => client.mergeStacktraces(question, s))
      ),
    mergeProfile: (question, signal) =>
      share('mergeProfile', question, signal, (s) => client.mergeProfile(question, s)),
    diff: (left, right, signal) => share('diff', [left, right], signal, (s) => client.diff(left, right, s)),
    profileStats: (signal) => share('profileStats', null, signal, (s) => client.profileStats(s)),
  };
}

type Ask<T> = (signal: AbortSignal) => Promise<T>;
