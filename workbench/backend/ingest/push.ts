import { invalidArgument } from '../http/connectError';
import type { Store } from '../store';
import { addProfile, readPprof } from './addProfile';
import type { PushRequest } from './pushRequest';

/**
 * Takes what a profiler pushed. What cannot be read or is refused does not keep the rest of the request from being
 * stored.
 *
 * @throws ConnectError that names all that was refused, or if nothing was pushed
 */
export async function push(store: Store, request: PushRequest): Promise<void> {
  const refused: Error[] = [];
  let count = 0;
  for (const { labels, samples } of request.series) {
    for (const { rawProfile, id } of samples) {
      count += 1;
      try {
        const pprof = await readPprof(rawProfile);
        addProfile(store, { labels, pprof, ...(id === '' ? {} : { id }) });
      } catch (error) {
        refused.push(error instanceof Error ? error : new Error(String(error)));
      }
    }
  }
  if (count === 0) {
    throw invalidArgument('no profiles received');
  }
  if (refused.length > 0) {
    throw invalidArgument(refused.map((error) => error.message).join('; '), { cause: refused[0] });
  }
}
