import { epochMs, milliseconds, type Milliseconds } from '../base/units';
import type { PyroscopeClient } from './client';
import { tooLongIn } from './tooLong';
import { unlessAborted } from './unlessAborted';

/** An answer without a word about the limit is better than a late one. */
const TIME_LIMIT_MS = 5000;
/** The first moment there is: a start of zero is none to the backend. */
const FIRST = epochMs(1);
/** What nobody means by a limit: a backend without one says how long it is since `FIRST`. */
const NO_LIMIT_MS = 20 * 365 * 86_400_000;
/** How far the backend's clock may be from ours, and how exactly a limit is told. */
const CLOCKS_MS = 60_000;
const MOST_TRIES = 4;
/** Matches no profile, so that a backend which does not refuse the question has next to nothing to do. */
const NOTHING = '{service_name="pyrolens asks for the look-back limit"}';

/** How far back a backend answers; undefined where it has no limit or nobody can tell. Rejects only if aborted. */
export type LookBack = (signal: AbortSignal) => Promise<Milliseconds | undefined>;

type Asked = Pick<PyroscopeClient, 'labelNames'>;

/**
 * The look-back limit of a backend, looked for when somebody first wants to know, and remembered.
 *
 * @param client one that does not split ranges
 * @param now milliseconds since the Unix epoch
 */
export function createLookBack(client: Asked, now: () => number = Date.now): LookBack {
  let finding: Promise<Milliseconds | undefined> | undefined;
  return (signal) => {
    finding ??= findLookBack(client, now(), AbortSignal.timeout(TIME_LIMIT_MS)).catch(() => {
      // Whoever asks the backend for what they want, and not only how far back, is told what is wrong with it.
      finding = undefined;
      return undefined;
    });
    return unlessAborted(finding, signal);
  };
}

/**
 * Pyroscope's max_query_lookback, a week unless it was changed. No method tells it, and what lies before it is left out
 * of answers without a word. But the backend moves the start of a range to the limit before it refuses the range as too
 * long, and then says how long it was (pkg/validation, ValidateRangeRequest): a range from the beginning of time tells
 * it. Undefined for a backend without a limit, and for one that allows ranges as long as its look-back.
 *
 * A backend with two storages asks each for its part and passes on the refusal of one of them
 * (pkg/frontend/readpath/router.go), which may tell less than the limit, but never more. So ranges with two ends are
 * asked about, and then the one that ends where the limit is supposed to be, which must not be refused any more.
 */
async function findLookBack(client: Asked, now: number, signal: AbortSignal): Promise<Milliseconds | undefined> {
  const latest = await refusedRange(client, now, now, signal);
  if (latest === undefined) {
    return undefined;
  }
  const earlier = await refusedRange(client, now - latest.allowed - CLOCKS_MS, now, signal);
  let back = Math.max(latest.back, earlier?.back ?? 0);
  for (let tries = 0; tries < MOST_TRIES && back < NO_LIMIT_MS; tries++) {
    const before = await refusedRange(client, now - back - CLOCKS_MS, now, signal);
    if (before === undefined) {
      return milliseconds(Math.round(back / CLOCKS_MS) * CLOCKS_MS);
    }
    back = Math.max(back, before.back);
  }
  return undefined;
}

/** How far before now the range up to `end` began when it was refused, and how long it may be; or it was not refused. */
async function refusedRange(
  client: Asked,
  end: number,
  now: number,
  signal: AbortSignal
): Promise<{ readonly back: number; readonly allowed: number } | undefined> {
  try {
    await client.labelNames({ matchers: [NOTHING], span: { from: FIRST, to: epochMs(end) } }, signal);
    return undefined;
  } catch (error) {
    const { actual, allowed } = tooLongIn(error) ?? {};
    if (actual === undefined || allowed === undefined) {
      throw error;
    }
    return { back: actual + now - end, allowed };
  }
}
