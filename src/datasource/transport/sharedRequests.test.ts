import { SharedRequests } from './sharedRequests';

/** A request that is answered by hand. */
function request() {
  const outcome = { answer: (_: string) => {}, fail: (_: Error) => {} };
  const signals: AbortSignal[] = [];
  const start = (signal: AbortSignal) => {
    signals.push(signal);
    return new Promise<string>((resolve, reject) => {
      outcome.answer = resolve;
      outcome.fail = reject;
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });
  };
  return { outcome, signals, start };
}

const never = new AbortController().signal;

test('the same question is asked once, and all who asked get the answer', async () => {
  const requests = new SharedRequests();
  const { outcome, signals, start } = request();
  const both = Promise.all([requests.ask('a', never, start), requests.ask('a', never, start)]);
  expect(signals).toHaveLength(1);
  outcome.answer('yes');
  expect(await both).toEqual(['yes', 'yes']);
});

test('different questions are asked apart', () => {
  const requests = new SharedRequests();
  const { signals, start } = request();
  void requests.ask('a', never, start);
  void requests.ask('b', never, start);
  expect(signals).toHaveLength(2);
});

test('one who leaves is rejected at once and takes nothing from the others', async () => {
  const requests = new SharedRequests();
  const { outcome, signals, start } = request();
  const leaving = new AbortController();
  const left = requests.ask('a', leaving.signal, start);
  const stayed = requests.ask('a', never, start);
  leaving.abort();
  await expect(left).rejects.toMatchObject({ name: 'AbortError' });
  expect(signals[0].aborted).toBe(false);
  outcome.answer('yes');
  expect(await stayed).toBe('yes');
});

test('when the last one leaves, the request is cancelled, and asking again sends a new one', async () => {
  const requests = new SharedRequests();
  const { signals, start } = request();
  const [first, second] = [new AbortController(), new AbortController()];
  const left = Promise.allSettled([requests.ask('a', first.signal, start), requests.ask('a', second.signal, start)]);
  first.abort();
  expect(signals[0].aborted).toBe(false);
  second.abort();
  expect(signals[0].aborted).toBe(true);
  await left;
  void requests.ask('a', never, start);
  expect(signals).toHaveLength(2);
});

test('an answer is not kept: the next refresh asks anew', async () => {
  const requests = new SharedRequests();
  const { outcome, signals, start } = request();
  const first = requests.ask('a', never, start);
  outcome.answer('old');
  await first;
  void requests.ask('a', never, start);
  expect(signals).toHaveLength(2);
});

test('a failure reaches all who asked', async () => {
  const requests = new SharedRequests();
  const { outcome, start } = request();
  const both = Promise.allSettled([requests.ask('a', never, start), requests.ask('a', never, start)]);
  outcome.fail(new Error('no'));
  expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test('who comes with an aborted signal asks nothing', async () => {
  const { signals, start } = request();
  await expect(new SharedRequests().ask('a', AbortSignal.abort(), start)).rejects.toMatchObject({ name: 'AbortError' });
  expect(signals).toHaveLength(0);
});
