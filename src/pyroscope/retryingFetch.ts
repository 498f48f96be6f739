import { milliseconds, type Milliseconds } from '../base/units';

export interface RetryOptions {
  /** For one request with all its tries, until its answer is there: its body may come later. */
  readonly timeLimit?: Milliseconds;
  /** Between 0 and 1, to spread the tries of many that were refused at once. */
  readonly random?: () => number;
  /** Milliseconds since the Unix epoch. */
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
/**
 * A question of a panel takes several requests, one after the other, and a refresh may begin it anew before they are
 * all given up: whoever looks would never be told. So a backend that has refused everything for this long gets no more
 * second tries, until it answers or was left alone for a while.
 */
const PATIENCE_MS = 7000;
const LEFT_ALONE_MS = 60_000;
/** Grafana's own proxy gives up after half a minute, unless it was told to wait longer. */
const DEFAULT_TIME_LIMIT = milliseconds(120_000);

/**
 * The same `fetch`, but a request that is refused because there are too many (429) is sent again, up to three times
 * after 1, 2 and 4 seconds, or when the answer's `Retry-After` says; and one that a backend or proxy is not there for
 * (502, 503, 504) once; but not while all is refused for longer than anybody waits. Waits are spread, so that the panels of a dashboard do not come back all at once. For questions
 * only: what is sent may be sent twice.
 *
 * Gives the last try's answer, whatever it is. Rejects with the signal's reason once it is aborted, and with a
 * TimeoutError if there is no answer within the time limit.
 */
export function retryingFetch(
  fetch: typeof globalThis.fetch,
  { timeLimit = DEFAULT_TIME_LIMIT, random = Math.random, now = Date.now }: RetryOptions = {}
): typeof globalThis.fetch {
  const refusals = countRefusals(now);
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
        const isHopeless = refusals.seen(response) > PATIENCE_MS;
        const wait = waitBeforeNext(response, tries, { random, now });
        if (wait === undefined || isHopeless) {
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

/** How long a backend has been refusing everything. */
function countRefusals(now: () => number) {
  let first: number | undefined;
  let last = 0;
  return {
    /** Milliseconds up to this answer; 0 where it is no refusal. */
    seen({ status }: Response): number {
      const time = now();
      if (triesFor(status) === 1) {
        first = undefined;
        return 0;
      }
      first = first === undefined || time - last > LEFT_ALONE_MS ? time : first;
      last = time;
      return time - first;
    },
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
