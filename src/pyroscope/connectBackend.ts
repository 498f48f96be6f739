import type { Milliseconds } from '../base/units';
import { createCapabilities, type Capabilities } from './capabilities';
import { createPyroscopeClient, type FullPyroscopeClient, type PyroscopeClientOptions } from './client';
import { createLookBack, type LookBack } from './lookBack';
import { onOneGrid } from './onOneGrid';
import { overLongRanges } from './overLongRanges';
import { overNewerStorage } from './overNewerStorage';
import type { TreeWork } from './treeWork';
import { retryingFetch, type RetryOptions } from './retryingFetch';

export interface BackendOptions extends PyroscopeClientOptions {
  /** Longest range of one question. Absent: as the backend says when it refuses one. */
  readonly longestRange?: Milliseconds;
  readonly retry?: RetryOptions;
  /** Absent: trees are put together where the client is. */
  readonly treeWork?: TreeWork;
}

export interface Backend {
  readonly client: FullPyroscopeClient;
  readonly capabilities: Capabilities;
  readonly lookBack: LookBack;
}

/**
 * A backend with its limits and faults seen to: requests that are refused for a moment are sent again, ranges that are
 * too long are asked in parts, what only the newer storage knows is asked of it alone, and points of series stand where
 * they were asked for.
 */
export function connectBackend({ longestRange, retry, treeWork, decoders, baseUrl, fetch }: BackendOptions): Backend {
  const address = { baseUrl, fetch: retryingFetch(fetch, retry) };
  const plain = createPyroscopeClient({ ...address, decoders });
  const client = overLongRanges(onOneGrid(overNewerStorage(plain)), longestRange, treeWork);
  return { client, capabilities: createCapabilities(client, address), lookBack: createLookBack(plain) };
}
