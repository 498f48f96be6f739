import { problemOf } from '../base/problem';
import type { Milliseconds } from '../base/units';
import { readDuration } from './readDuration';

/**
 * How long a range was that the backend refused for its length, and how long it may be (pkg/validation,
 * QueryTooLongErrorMsg); undefined for any other error.
 */
export function tooLongIn(
  error: unknown
): { readonly actual: Milliseconds | undefined; readonly allowed: Milliseconds } | undefined {
  const { kind, detail = '' } = problemOf(error);
  const found = kind === 'bad-range' ? /max_query_length, actual: ([^,]+), limit: ([^)]+)\)/.exec(detail) : null;
  const allowed = found === null ? undefined : readDuration(found[2]);
  return found === null || allowed === undefined || allowed === 0
    ? undefined
    : { actual: readDuration(found[1]), allowed };
}
