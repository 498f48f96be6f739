import type { Milliseconds } from '../base/units';
import { createCapabilities, type Capabilities } from './capabilities';
import { createPyroscopeClient, type FullPyroscopeClient, type PyroscopeClientOptions } from './client';
import { overLongRanges } from './overLongRanges';
import { overNewerStorage } from './overNewerStorage';
import { retryingFetch, type RetryOptions } from './retryingFetch';

export interface BackendOptions extends PyroscopeClientOptions {
  /** Longest range of one question. Absent: as the backend says when it refuses one. */
  readonly longestRange?: Milliseconds;
  readonly retry?: RetryOptions;
}

export interface Backend {
  readonly client: FullPyroscopeClient;
  readonly capabilities: Capabilities;
}

/**
 * A backend with its limits and faults seen to: requests that are refused for a moment are sent again, ranges that are
 * too long are asked in parts, and what only the newer storage knows is asked of it alone.
 */
export function connectBackend({ longestRange, retry, decoders, baseUrl, fetch }: BackendOptions): Backend {
  const address = { baseUrl, fetch: retryingFetch(fetch, retry) };
  const client = overLongRanges(overNewerStorage(createPyroscopeClient({ ...address, decoders })), longestRange);
  return { client, capabilities: createCapabilities(client, address) };
}
