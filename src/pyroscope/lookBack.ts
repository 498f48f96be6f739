import { epochMs, milliseconds, type Milliseconds, type TimeSpan } from '../base/units';
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

/** A moment's profiles are looked for over this long: every profiler sends one within it. */
const GLANCE_MS = 5 * 60_000;

/**
 * How far back a backend answers; undefined where it has no limit or nobody can tell. Rejects only if aborted.
 *
 * @param span what somebody wants to know it for: undefined is told, too, where the backend answers all of it
 */
export type LookBack = (signal: AbortSignal, span?: TimeSpan) => Promise<Milliseconds | undefined>;

type Asked = Pick<PyroscopeClient, 'labelNames' | 'profileTypes' | 'profileStats'>;

/**
 * The look-back limit of a backend, looked for when somebody first wants to know, and remembered. It takes questions that
 * the backend refuses, which browsers write into their consoles as errors, so a glance is taken first at where the
 * time in question begins: where there are profiles of it, or the first ones are younger, nobody need know the limit.
 *
 * @param client one that does not split ranges
 * @param now milliseconds since the Unix epoch
 */
export function createLookBack(client: Asked, now: () => number = Date.now): LookBack {
  let finding: Promise<Milliseconds | undefined> | undefined;
  let glance: { readonly back: number; readonly found: Promise<boolean> } | undefined;
  const lacksNothingOf = (span: TimeSpan): Promise<boolean> => {
    const back = now() - span.from;
    if (glance === undefined || back > glance.back + CLOCKS_MS) {
      const found = lacksNothing(client, span, AbortSignal.timeout(TIME_LIMIT_MS)).catch(() => false);
      glance = { back, found };
    }
    return glance.found;
  };
  const find = async (span: TimeSpan | undefined) => {
    if (finding === undefined && span !== undefined && (await lacksNothingOf(span))) {
      return undefined;
    }
    finding ??= findLookBack(client, now(), AbortSignal.timeout(TIME_LIMIT_MS)).catch(() => {
      // Whoever asks the backend for what they want, and not only how far back, is told what is wrong with it.
      finding = glance = undefined;
      return undefined;
    });
    return finding;
  };
  return (signal, span) => unlessAborted(find(span), signal);
}

/** Whether a backend answers of a time what there is to answer. */
async function lacksNothing(client: Asked, { from, to }: TimeSpan, signal: AbortSignal): Promise<boolean> {
  const types = await client.profileTypes({ from, to: epochMs(from + GLANCE_MS) }, signal);
  if (types.length > 0) {
    return true;
  }
  // Of all that is stored, whatever the limit. An answer that will be empty is worth its reason.
  const { oldest } = await client.profileStats(signal);
  return oldest !== undefined && oldest > from && oldest < to;
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
