import type { Problem } from '../base/problem';

/** Whether the same question may have an answer a little later: the backend, or the way to it, was not up to it now. */
export function isPassing({ kind }: Problem): boolean {
  return kind === 'unreachable' || kind === 'timeout' || kind === 'rate-limited' || kind === 'backend-failed';
}
