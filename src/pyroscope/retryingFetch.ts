import { milliseconds, type Milliseconds } from '../base/units';

export interface RetryOptions {
  /** For one request with all its tries, until its answer is there: its body may come later. */
  readonly timeLimit?: Milliseconds;
  /** Between 0 and 1, to spread the tries of many that were refused at once. */
  readonly random?: () => number;
  /** Milliseconds since the Unix epoch, for a `Retry-After` that is a date. */
  readonly now?: () => number;
}

const TOO_MANY_REQUESTS = 429;
const BAD_GATEWAY = 502;
const UNAVAILABLE = 503;
const GATEWAY_TIMEOUT = 504;

/** A backend that counts requests needs some seconds; one that is being restarted mostly has another to answer. */
const TRIES_WHEN_LIMITED = 4;
const TRIES_WHEN_DOWN = 2;
const FIRST_WAIT_MS = 1000;
/** Nobody looks at a spinner for longer: then the refusal is the better answer. */
const LONGEST_WAIT_MS = 10_000;
/** Grafana's own proxy gives up after half a minute, unless it was told to wait longer. */
const DEFAULT_TIME_LIMIT = milliseconds(120_000);

/**
 * The same `fetch`, but a request that is refused because there are too many (429) is sent again, up to three times
 * after 1, 2 and 4 seconds, or when the answer's `Retry-After` says; and one that a backend or proxy is not there for
 * (502, 503, 504) once. Waits are spread, so that the panels of a dashboard do not come back all at once. For questions
 * only: what is sent may be sent twice.
 *
 * Gives the last try's answer, whatever it is. Rejects with the signal's reason once it is aborted, and with a
 * TimeoutError if there is no answer within the time limit.
 */
export function retryingFetch(
  fetch: typeof globalThis.fetch,
  { timeLimit = DEFAULT_TIME_LIMIT, random = Math.random, now = Date.now }: RetryOptions = {}
): typeof globalThis.fetch {
  return async (input, init) => {
    init?.signal?.throwIfAborted();
    const controller = new AbortController();
    const { signal } = controller;
    // Stays for as long as the caller's signal does: it ends the body of an answer too.
    init?.signal?.addEventListener('abort', () => controller.abort(init.signal?.reason), { once: true });
    const limit = setTimeout(() => controller.abort(new DOMException('No answer in time.', 'TimeoutError')), timeLimit);
    try {
      for (let tries = 1; ; tries++) {
        const response = await fetch(input, { ...init, signal });
        const wait = waitBeforeNext(response, tries, { random, now });
        if (wait === undefined) {
          return response;
        }
        await response.body?.cancel();
        await pause(wait, signal);
      }
    } finally {
      clearTimeout(limit);
    }
  };
}

/** Undefined: this is the answer. */
function waitBeforeNext(
  { status, headers }: Response,
  tries: number,
  { random, now }: Required<Pick<RetryOptions, 'random' | 'now'>>
): Milliseconds | undefined {
  if (tries >= triesFor(status)) {
    return undefined;
  }
  const told = readRetryAfter(headers.get('Retry-After'), now());
  const wait = told ?? FIRST_WAIT_MS * 2 ** (tries - 1);
  // Never sooner than told; else from half the wait to one and a half.
  const spread = told === undefined ? wait * (0.5 + random()) : wait + FIRST_WAIT_MS * random();
  return wait > LONGEST_WAIT_MS ? undefined : milliseconds(spread);
}

function triesFor(status: number): number {
  switch (status) {
    case TOO_MANY_REQUESTS:
      return TRIES_WHEN_LIMITED;
    case BAD_GATEWAY:
    case UNAVAILABLE:
    case GATEWAY_TIMEOUT:
      return TRIES_WHEN_DOWN;
    default:
      return 1;
  }
}

/** Seconds, or a date (RFC 9110, 10.2.3); undefined for nothing that can be read. */
function readRetryAfter(header: string | null, now: number): Milliseconds | undefined {
  if (header === null) {
    return undefined;
  }
  const wait = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isNaN(wait) ? undefined : milliseconds(Math.max(0, wait));
}

function pause(length: Milliseconds, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', leave);
      resolve();
    }, length);
    signal.addEventListener('abort', leave, { once: true });
  });
}
