import { problemOf } from '../base/problem';
import { epochMs, seconds, type TimeSpan } from '../base/units';
import { fetchBackendFacts, type BackendFacts } from './backendFacts';
import type { FullPyroscopeClient } from './client';
import { formatLabelSelector } from './labelSelector';
import type { SeriesColumns } from './questions';
import type { Address } from './transport';
import { unlessAborted } from './unlessAborted';

/** What not every backend can do, or every storage of one. */
export type Feature =
  /** `selectHeatmap` */
  | 'heatmap'
  /** `exemplars` of `selectSeries`, of single profiles */
  | 'exemplars'
  /** `traceIdSelector` of profiles */
  | 'traceSelector'
  /** `profileIdSelector` of profiles */
  | 'profileSelector'
  /** `callSite` of profiles */
  | 'callSite'
  /** `callSite` of `selectSeries`: one function over time */
  | 'seriesCallSite';

/** 'unknown': the backend has no profiles to try it with, or could not be asked now. */
export type Support = 'yes' | 'no' | 'unknown';

/**
 * What a backend can do, found out by trying, because a backend that does not know an option ignores it and answers
 * something else. Each thing is tried when somebody first wants to know, with small questions about a single service,
 * and remembered once it is known. Nothing here is worth an error to the user: what cannot be found out is unknown.
 */
export interface Capabilities {
  /** Rejects only if aborted. */
  facts(signal: AbortSignal): Promise<BackendFacts>;
  /** Rejects only if aborted. */
  supports(feature: Feature, signal: AbortSignal): Promise<Support>;
}

/** The time from which something to try with is taken. */
const LOOK_BACK_MS = 60 * 60_000;
/** For all that is tried at a time: it is not worth more to anybody. */
const TIME_LIMIT_MS = 10_000;

/** A service that has profiles now, and one type of them. */
interface Sample extends TimeSpan {
  readonly profileTypeId: string;
  readonly labelSelector: string;
  readonly hasExemplars: boolean;
}

/** @param now milliseconds since the Unix epoch */
export function createCapabilities(
  client: FullPyroscopeClient,
  address: Address,
  now: () => number = Date.now
): Capabilities {
  const remembered = new Map<string, Promise<unknown>>();

  /** What `find` finds, once. What it does not find is looked for again the next time. */
  function once<T>(key: string, find: (signal: AbortSignal) => Promise<T | undefined>): Promise<T | undefined> {
    const known = remembered.get(key) as Promise<T | undefined> | undefined;
    if (known !== undefined) {
      return known;
    }
    const finding = find(AbortSignal.timeout(TIME_LIMIT_MS)).then(
      (found) => {
        if (found === undefined) {
          remembered.delete(key);
        }
        return found;
      },
      () => {
        // Whoever asks the backend for what they want, and not only whether they could, is told what is wrong with it.
        remembered.delete(key);
        return undefined;
      }
    );
    remembered.set(key, finding);
    return finding;
  }

  const sample = () => once('sample', (signal) => findSample(client, now(), signal));

  return {
    async facts(signal) {
      const facts = await unlessAborted(
        once('facts', (limit) => fetchBackendFacts(address, limit)),
        signal
      );
      return facts ?? {};
    },

    async supports(feature, signal) {
      const finding = once(feature, async (limit) => {
        const found = await sample();
        return found === undefined ? undefined : tryFeature(feature, client, found, limit);
      });
      return (await unlessAborted(finding, signal)) ?? 'unknown';
    },
  };
}

/** A service and profile type with values in the last hour: CPU if there is any, since every backend has seen that. */
async function findSample(client: FullPyroscopeClient, now: number, signal: AbortSignal): Promise<Sample | undefined> {
  const span = { from: epochMs(now - LOOK_BACK_MS), to: epochMs(now) };
  const sets = await client.series({ matchers: [], labelNames: ['service_name', '__profile_type__'], span }, signal);
  const pairs = sets.map((labels) => Object.fromEntries(labels.map(({ name, value }) => [name, value])));
  const pair = pairs.find(({ __profile_type__: type }) => type?.startsWith('process_cpu:cpu:')) ?? pairs[0];
  if (pair?.service_name === undefined || pair.__profile_type__ === undefined) {
    return undefined;
  }
  const target = {
    ...span,
    profileTypeId: pair.__profile_type__,
    labelSelector: formatLabelSelector([{ name: 'service_name', op: '=', value: pair.service_name }]),
  };
  const question = { ...target, stepSeconds: seconds(60) };
  const withExemplars = client.selectSeries({ ...question, exemplars: 'individual' }, signal);
  const series = await withExemplars.catch((error: unknown) => {
    if (problemOf(error).kind === 'unsupported') {
      return client.selectSeries(question, signal);
    }
    throw error;
  });
  return sumOf(series) === 0
    ? undefined
    : { ...target, hasExemplars: series.some(({ exemplars = [] }) => exemplars.length > 0) };
}

async function tryFeature(
  feature: Feature,
  client: FullPyroscopeClient,
  { hasExemplars, ...target }: Sample,
  signal: AbortSignal
): Promise<'yes' | 'no'> {
  const profile = { ...target, maxNodes: 16 };
  /** Where a selection of nothing gives something, it was ignored. */
  const ifNothing = (value: number) => (value === 0 ? 'yes' : 'no');
  try {
    switch (feature) {
      case 'heatmap':
        await client.selectHeatmap({ ...target, stepSeconds: seconds(60), kind: 'individual' }, signal);
        return 'yes';
      case 'exemplars':
        return hasExemplars ? 'yes' : 'no';
      case 'traceSelector':
        return ifNothing((await client.mergeStacktraces({ ...profile, traceIdSelector: [NO_TRACE] }, signal)).total[0]);
      case 'profileSelector':
        return ifNothing(
          (await client.mergeStacktraces({ ...profile, profileIdSelector: [NO_PROFILE] }, signal)).total[0]
        );
      case 'callSite':
        return ifNothing((await client.mergeStacktraces({ ...profile, callSite: [NO_FUNCTION] }, signal)).total[0]);
      case 'seriesCallSite':
        return ifNothing(
          sumOf(await client.selectSeries({ ...target, stepSeconds: seconds(60), callSite: [NO_FUNCTION] }, signal))
        );
    }
  } catch (error) {
    if (problemOf(error).kind === 'unsupported') {
      return 'no';
    }
    throw error;
  }
}

const NO_TRACE = 'f'.repeat(32);
const NO_PROFILE = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
const NO_FUNCTION = 'a function that no program has';

function sumOf(series: readonly SeriesColumns[]): number {
  return series.reduce((sum, { values }) => values.reduce((a, b) => a + b, sum), 0);
}
