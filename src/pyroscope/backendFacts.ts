import { problemOf } from '../base/problem';
import { FeatureFlagsService } from './gen/capabilities/v1/feature_flags_pb';
import { isPassing } from './passingProblem';
import { getJson, settle, type Address } from './transport';
import { createUnaryClient } from './unaryClient';

/** What a backend says of itself. What it does not say, or is too old to say, is absent. */
export interface BackendFacts {
  /** Such as `1.19.0`; of builds between releases whatever the builder put there. */
  readonly version?: string;
  /**
   * Whether profiles go to the newer storage, Pyroscope's "v2", which can answer more. There may be an older storage
   * beside it that holds older profiles.
   */
  readonly hasNewerStorage?: boolean;
}

/** Rejects, as the client's questions do, only with what passes and may be asked again: no connection, too slow. */
export async function fetchBackendFacts(address: Address, signal: AbortSignal): Promise<BackendFacts> {
  const [version, hasNewerStorage] = await Promise.all([
    ifTold(() => fetchVersion(address, signal), signal),
    ifTold(() => fetchStorage(address, signal), signal),
  ]);
  return {
    ...(version === undefined ? {} : { version }),
    ...(hasNewerStorage === undefined ? {} : { hasNewerStorage }),
  };
}

/** A backend without these methods, and a proxy that keeps them to itself, tell nothing: that is no problem. */
async function ifTold<T>(ask: () => Promise<T | undefined>, signal: AbortSignal): Promise<T | undefined> {
  try {
    return await settle(ask, signal);
  } catch (error) {
    if (signal.aborted || isPassing(problemOf(error))) {
      throw error;
    }
    return undefined;
  }
}

/** pkg/api: `{ "status": "success", "data": { "version": "1.19.0", … } }` */
async function fetchVersion(address: Address, signal: AbortSignal): Promise<string | undefined> {
  const { data } = { data: undefined, ...objectOf(await getJson(address, '/api/v1/status/buildinfo', signal)) };
  const { version } = { version: undefined, ...objectOf(data) };
  return typeof version === 'string' && version !== '' ? version : undefined;
}

async function fetchStorage(address: Address, signal: AbortSignal): Promise<boolean | undefined> {
  const { featureFlags } = await createUnaryClient(FeatureFlagsService, address).getFeatureFlags({}, { signal });
  return featureFlags.find(({ name }) => name === 'v2StorageLayer')?.enabled;
}

function objectOf(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}
