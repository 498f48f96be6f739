import type { Milliseconds } from '../base/units';
import { createCapabilities, type Capabilities } from './capabilities';
import { createPyroscopeClient, type FullPyroscopeClient, type PyroscopeClientOptions } from './client';
import { listsWithinLookBack } from './listsWithinLookBack';
import { createLookBack, type LookBack } from './lookBack';
import { onOneGrid } from './onOneGrid';
import { overLongRanges } from './overLongRanges';
import { overNewerStorage } from './overNewerStorage';
import type { TreeWork } from './treeWork';
import { retryingFetch, type RetryOptions } from './retryingFetch';

export interface BackendOptions extends PyroscopeClientOptions {
  /** Longest range of one question. Absent: as the backend says when it refuses one. */
  readonly longestRange?: Milliseconds;
  /** How far back it answers. Absent: found out. */
  readonly lookBack?: Milliseconds;
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
 * too long are asked in parts, but not in those for lists that it does not look back to, what only the newer storage
 * knows is asked of it alone, and points of series stand where they were asked for.
 */
export function connectBackend(options: BackendOptions): Backend {
  const { longestRange, retry, treeWork, decoders, baseUrl, fetch } = options;
  const address = { baseUrl, fetch: retryingFetch(fetch, retry) };
  const plain = createPyroscopeClient({ ...address, decoders });
  const lookBack = options.lookBack === undefined ? createLookBack(plain) : () => Promise.resolve(options.lookBack);
  const whole = overLongRanges(onOneGrid(overNewerStorage(plain)), longestRange, treeWork);
  const client = listsWithinLookBack(whole, lookBack);
  return { client, capabilities: createCapabilities(client, address), lookBack };
}
