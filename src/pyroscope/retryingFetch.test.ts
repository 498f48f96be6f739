import { problemOf } from '../base/problem';
import { epochMs, milliseconds } from '../base/units';
import { createPyroscopeClient } from './client';
import { retryingFetch, type RetryOptions } from './retryingFetch';

const ok = () => new Response('yes');
const refused =
  (status: number, headers: Record<string, string> = {}) =>
  () =>
    new Response('no', { status, headers });
/** Puts every wait in the middle of where it may be. */
const middle: RetryOptions = { random: () => 0.5 };

beforeEach(() => jest.useFakeTimers({ now: 1_795_240_800_000 }));
afterEach(() => jest.useRealTimers());

/** A fetch that gives these answers one after the other, and when it was asked, in milliseconds from the start. */
function backend(...answers: Array<() => Response | Promise<Response>>) {
  const start = Date.now();
  const askedAt: number[] = [];
  const signals: Array<AbortSignal | null | undefined> = [];
  const fetch: typeof globalThis.fetch = async (_input, init) => {
    askedAt.push(Date.now() - start);
    signals.push(init?.signal);
    const answer = answers[askedAt.length - 1];
    if (answer === undefined) {
      throw new Error(`Asked ${askedAt.length} times.`);
    }
    return answer();
  };
  return { fetch, askedAt, signals };
}

async function statusAfter(answer: Promise<Response>, wait = 60_000): Promise<number> {
  await jest.advanceTimersByTimeAsync(wait);
  return (await answer).status;
}

test('an answer is given as it comes', async () => {
  const { fetch, askedAt } = backend(ok);
  expect(await (await retryingFetch(fetch)('/')).text()).toBe('yes');
  expect(askedAt).toEqual([0]);
  expect(jest.getTimerCount()).toBe(0);
});

describe('too many requests', () => {
  test('are sent again after 1, 2 and 4 seconds', async () => {
    const { fetch, askedAt } = backend(refused(429), refused(429), refused(429), ok);
    expect(await statusAfter(retryingFetch(fetch, middle)('/'))).toBe(200);
    expect(askedAt).toEqual([0, 1000, 3000, 7000]);
  });

  test('are given up after that, with what the backend said last', async () => {
    const { fetch, askedAt } = backend(refused(429), refused(429), refused(429), refused(429));
    expect(await statusAfter(retryingFetch(fetch, middle)('/'))).toBe(429);
    expect(askedAt).toHaveLength(4);
  });

  test.each([
    [0, 500],
    [1, 1500],
  ])('do not come back all at once: %d of the spread', async (random, wait) => {
    const { fetch, askedAt } = backend(refused(429), ok);
    await statusAfter(retryingFetch(fetch, { random: () => random })('/'));
    expect(askedAt).toEqual([0, wait]);
  });

  test.each([
    ['in seconds', '3'],
    ['as a date', new Date(1_795_240_803_000).toUTCString()],
  ])('come back when the backend says, %s, and not sooner', async (_, retryAfter) => {
    const { fetch, askedAt } = backend(refused(429, { 'Retry-After': retryAfter }), ok);
    await statusAfter(retryingFetch(fetch, { random: () => 0 })('/'));
    expect(askedAt).toEqual([0, 3000]);
  });

  test('are given up at once if that is too long to wait', async () => {
    const { fetch, askedAt } = backend(refused(429, { 'Retry-After': '3600' }));
    expect(await statusAfter(retryingFetch(fetch)('/'), 0)).toBe(429);
    expect(askedAt).toEqual([0]);
  });

  test('are not sent again and again while the backend refuses everything, until it answers or was left alone', async () => {
    let isLimited = true;
    let asked = 0;
    const retrying = retryingFetch(async () => (asked++, isLimited ? refused(429)() : ok()), middle);
    const triesOf = async (wait = 60_000) => {
      const before = asked;
      await statusAfter(retrying('/'), wait);
      return asked - before;
    };
    expect(await triesOf(8000)).toBe(4);
    // The next part of the same question, and a refresh: nobody waits for those again.
    expect([await triesOf(100), await triesOf(100)]).toEqual([1, 1]);
    isLimited = false;
    expect(await triesOf(100)).toBe(1);
    isLimited = true;
    expect(await triesOf(8000)).toBe(4);
    await jest.advanceTimersByTimeAsync(61_000);
    expect(await triesOf()).toBe(4);
  });

  test('are counted over refreshes that come before the last try', async () => {
    const { fetch, askedAt } = backend(...Array.from({ length: 6 }, () => refused(429)));
    const retrying = retryingFetch(fetch, middle);
    const controller = new AbortController();
    const first = expect(retrying('/', { signal: controller.signal })).rejects.toThrow();
    await jest.advanceTimersByTimeAsync(5000);
    controller.abort();
    await first;
    expect(await statusAfter(retrying('/'), 4900)).toBe(429);
    expect(askedAt).toEqual([0, 1000, 3000, 5000, 6000, 8000]);
  });

  test.each(['soon', '-5', ''])('do not mind a Retry-After that says nothing: "%s"', async (retryAfter) => {
    const { fetch, askedAt } = backend(refused(429, { 'Retry-After': retryAfter }), ok);
    await statusAfter(retryingFetch(fetch, middle)('/'));
    expect(askedAt.length).toBe(2);
  });
});

test.each([502, 503, 504])('a backend that is not there for it (%d) is asked once more', async (status) => {
  const { fetch, askedAt } = backend(refused(status), ok);
  expect(await statusAfter(retryingFetch(fetch, middle)('/'))).toBe(200);
  expect(askedAt).toEqual([0, 1000]);
  const down = backend(refused(status), refused(status));
  expect(await statusAfter(retryingFetch(down.fetch, middle)('/'))).toBe(status);
});

test.each([400, 401, 403, 404, 500, 501])('what would be refused again (%d) is not sent again', async (status) => {
  const { fetch, askedAt } = backend(refused(status));
  expect(await statusAfter(retryingFetch(fetch)('/'))).toBe(status);
  expect(askedAt).toEqual([0]);
});

test('a connection that fails is not tried again', async () => {
  const { fetch, askedAt } = backend(() => Promise.reject(new TypeError('Failed to fetch')));
  await expect(retryingFetch(fetch)('/')).rejects.toThrow('Failed to fetch');
  expect(askedAt).toEqual([0]);
});

describe('a request that is cancelled', () => {
  test('while it waits is not sent again', async () => {
    const controller = new AbortController();
    const { fetch, askedAt } = backend(refused(429), ok);
    const answer = retryingFetch(fetch, middle)('/', { signal: controller.signal });
    await jest.advanceTimersByTimeAsync(500);
    controller.abort();
    await expect(answer).rejects.toBe(controller.signal.reason);
    expect(askedAt).toEqual([0]);
    expect(jest.getTimerCount()).toBe(0);
  });

  test('before it began is never sent', async () => {
    const { fetch, askedAt } = backend();
    await expect(retryingFetch(fetch)('/', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(askedAt).toEqual([]);
  });

  test('after its answer began ends the rest of it', async () => {
    const controller = new AbortController();
    const { fetch, signals } = backend(ok);
    await retryingFetch(fetch)('/', { signal: controller.signal });
    controller.abort();
    expect(signals[0]?.aborted).toBe(true);
  });
});

describe('the time limit', () => {
  const never = () => new Promise<Response>(() => undefined);
  const withLimit = (fetch: typeof globalThis.fetch) =>
    retryingFetch(
      (input, init) =>
        new Promise((resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
          fetch(input, init).then(resolve, reject);
        }),
      { ...middle, timeLimit: milliseconds(5000) }
    );

  test('ends a request without an answer, which people are told of as a timeout', async () => {
    const { fetch } = backend(never);
    const client = createPyroscopeClient({ baseUrl: '', fetch: withLimit(fetch) });
    const span = { from: epochMs(1), to: epochMs(2) };
    const problem = client.profileTypes(span, new AbortController().signal).catch((error: unknown) => problemOf(error));
    await jest.advanceTimersByTimeAsync(5000);
    expect(await problem).toMatchObject({ kind: 'timeout' });
  });

  test('holds for all tries together', async () => {
    const { fetch, askedAt } = backend(refused(429), refused(429), never);
    const answer = expect(withLimit(fetch)('/')).rejects.toMatchObject({ name: 'TimeoutError' });
    await jest.advanceTimersByTimeAsync(5000);
    await answer;
    expect(askedAt).toEqual([0, 1000, 3000]);
  });
});
