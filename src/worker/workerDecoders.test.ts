import { problemOf } from '../base/problem';
import { decodeTree } from '../profile/decodeTree';
import { pprofOfTree } from '../profile/export/pprofOfTree';
import { encodePprof } from '../profile/pprof/encodePprof';
import { treeOfStacks } from '../profile/testing/stacks';
import { encodeTree, varint } from '../profile/testing/encoders';
import { StandInWorker } from './testing/standInWorker';
import { combined } from './combineJob';
import { SMALLEST_JOB_BYTES, SMALLEST_JOB_NODES } from './smallestJob';
import { createWorkerDecoders } from './workerDecoders';

const options = { unit: 'count' } as const;
const large = encodeTree(
  treeOfStacks(Array.from({ length: 600 }, (_, i) => ({ names: ['main', `f${i}${'x'.repeat(1000)}`], value: i })))
);
const small = encodeTree(treeOfStacks([{ names: ['main', 'read'], value: 7 }]));
const whole = decodeTree(large, options);
const { signal } = new AbortController();

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Decoders, and every worker that they started. */
function decodersWithWorkers() {
  const workers: StandInWorker[] = [];
  const decoders = createWorkerDecoders(() => {
    const worker = new StandInWorker();
    workers.push(worker);
    return worker;
  });
  return { decoders, workers };
}

/** Lets promises and timers of no length go on. */
async function turn() {
  await jest.advanceTimersByTimeAsync(0);
}

test('large answers are decoded by one worker, and their bytes are left as they are', async () => {
  expect(large.length).toBeGreaterThan(SMALLEST_JOB_BYTES);
  const { decoders, workers } = decodersWithWorkers();
  const before = large.slice();
  const answers = [decoders.tree(large, options, signal), decoders.tree(large, options, signal)];
  workers[0].start();
  workers[0].answer();
  workers[0].answer();
  expect(await Promise.all(answers)).toEqual([whole, whole]);
  expect(workers).toHaveLength(1);
  expect(Buffer.from(large).equals(before)).toBe(true);
});

test('a view of a larger buffer is posted without the rest of it', async () => {
  const { decoders, workers } = decodersWithWorkers();
  const around = new Uint8Array(large.length + 5_000_000);
  around.set(large, 3);
  const answer = decoders.tree(around.subarray(3, large.length + 3), options, signal);
  const [job] = workers[0].posted;
  expect('bytes' in job && job.bytes.buffer.byteLength).toBe(large.length);
  workers[0].answer();
  expect(await answer).toEqual(whole);
});

describe('an answer of tens of megabytes', () => {
  /** As `encodeTree` writes it: length of the name, name, self, children. */
  const node = (name: Uint8Array, self: number, children: number) => [
    Uint8Array.from(varint(name.length)),
    name,
    Uint8Array.from([self, children]),
  ];
  const longName = (letter: string) => new Uint8Array(5_000_000).fill(letter.charCodeAt(0));
  const huge = new Uint8Array(
    Buffer.concat([...node(new Uint8Array(), 0, 2), ...node(longName('x'), 1, 0), ...node(longName('y'), 2, 0)])
  );

  test('is posted whole, but in tasks of the page that are none too long', async () => {
    const { decoders, workers } = decodersWithWorkers();
    const answer = decoders.tree(huge, options, signal);
    await Promise.resolve();
    expect(workers[0].posted).toEqual([]);
    await jest.advanceTimersByTimeAsync(100);
    workers[0].answer();
    expect((await answer).total[0]).toBe(3);
    expect(workers).toHaveLength(1);
  });

  test('that is given up meanwhile is not posted, and the next one is', async () => {
    const { decoders, workers } = decodersWithWorkers();
    const first = decoders.tree(large, options, signal);
    workers[0].start();
    workers[0].answer();
    await first;
    const cancellation = new AbortController();
    const given = decoders.tree(huge, options, cancellation.signal);
    cancellation.abort();
    await expect(given).rejects.toBe(cancellation.signal.reason);
    const next = decoders.tree(large, options, signal);
    await jest.advanceTimersByTimeAsync(100);
    expect(workers[1].posted).toHaveLength(1);
    workers[1].answer();
    expect(await next).toEqual(whole);
  });
});

test('small answers need no worker', async () => {
  const { decoders, workers } = decodersWithWorkers();
  expect((await decoders.tree(small, options, signal)).total[0]).toBe(7);
  expect(workers).toHaveLength(0);
});

test('damaged bytes reject alike in a worker and in place', async () => {
  const { decoders, workers } = decodersWithWorkers();
  const failed = decoders.tree(large.subarray(0, -3), options, signal).catch(problemOf);
  workers[0].answer();
  const inPlace = await decoders.tree(small.subarray(0, -3), options, signal).catch(problemOf);
  expect(await failed).toMatchObject({ kind: 'malformed-answer', detail: /^tree at \d+: / });
  expect(inPlace).toMatchObject({ kind: 'malformed-answer', detail: /^tree at \d+: / });
});

describe('where no worker can start, answers are decoded in place, and it is not tried again', () => {
  test('because the browser throws', async () => {
    const startWorker = jest.fn(() => {
      throw new DOMException('Script cannot be accessed from this origin', 'SecurityError');
    });
    const decoders = createWorkerDecoders(startWorker);
    for (let round = 0; round < 2; round++) {
      const answer = decoders.tree(large, options, signal);
      await turn();
      expect(await answer).toEqual(whole);
    }
    expect(startWorker).toHaveBeenCalledTimes(1);
  });

  test('because the browser reports an error, for all that wait', async () => {
    const { decoders, workers } = decodersWithWorkers();
    const answers = [decoders.tree(large, options, signal), decoders.tree(large, options, signal)];
    workers[0].breakDown();
    await turn();
    expect(await Promise.all(answers)).toEqual([whole, whole]);
    expect(workers[0].isTerminated).toBe(true);
    const later = decoders.tree(large, options, signal);
    await turn();
    expect(await later).toEqual(whole);
    expect(workers).toHaveLength(1);
  });

  test('because nothing is heard of it in five seconds', async () => {
    const { decoders, workers } = decodersWithWorkers();
    const answer = decoders.tree(large, options, signal);
    await jest.advanceTimersByTimeAsync(4_900);
    expect(workers[0].isTerminated).toBe(false);
    await jest.advanceTimersByTimeAsync(200);
    expect(await answer).toEqual(whole);
    expect(workers[0].isTerminated).toBe(true);
  });
});

test('a worker that has started may take its time', async () => {
  const { decoders, workers } = decodersWithWorkers();
  const answer = decoders.tree(large, options, signal);
  workers[0].start();
  await jest.advanceTimersByTimeAsync(60_000);
  workers[0].answer();
  expect(await answer).toEqual(whole);
});

test('a worker that breaks down over a job is replaced, and the job is done in place', async () => {
  const { decoders, workers } = decodersWithWorkers();
  const answer = decoders.tree(large, options, signal);
  workers[0].start();
  workers[0].breakDown();
  await turn();
  expect(await answer).toEqual(whole);
  const next = decoders.tree(large, options, signal);
  workers[1].answer();
  expect(await next).toEqual(whole);
});

test('a worker that has nothing to do is ended after half a minute, and the next job starts another', async () => {
  const { decoders, workers } = decodersWithWorkers();
  const answer = decoders.tree(large, options, signal);
  workers[0].start();
  workers[0].answer();
  await answer;
  await jest.advanceTimersByTimeAsync(29_000);
  expect(workers[0].isTerminated).toBe(false);
  const soon = decoders.tree(large, options, signal);
  await jest.advanceTimersByTimeAsync(29_000);
  workers[0].answer();
  await soon;
  await jest.advanceTimersByTimeAsync(31_000);
  expect(workers[0].isTerminated).toBe(true);
  const later = decoders.tree(large, options, signal);
  workers[1].answer();
  expect(await later).toEqual(whole);
});

describe('aborting rejects at once with the reason', () => {
  test('and a job that waits is never posted', async () => {
    const { decoders, workers } = decodersWithWorkers();
    const controller = new AbortController();
    const first = decoders.tree(large, options, signal);
    const second = decoders.tree(large, options, controller.signal);
    controller.abort();
    await expect(second).rejects.toBe(controller.signal.reason);
    workers[0].answer();
    expect(await first).toEqual(whole);
    expect(workers[0].posted).toHaveLength(0);
    expect(workers[0].isTerminated).toBe(false);
  });

  test('and a job that is under way does not keep the next one waiting', async () => {
    const { decoders, workers } = decodersWithWorkers();
    const controller = new AbortController();
    const first = decoders.tree(large, options, controller.signal);
    const second = decoders.tree(large, options, signal);
    workers[0].start();
    controller.abort();
    await expect(first).rejects.toBe(controller.signal.reason);
    expect(workers[0].isTerminated).toBe(true);
    workers[1].start();
    workers[1].answer();
    expect(await second).toEqual(whole);
  });

  test('and a worker that is still starting may go on', async () => {
    const { decoders, workers } = decodersWithWorkers();
    const controller = new AbortController();
    const first = decoders.tree(large, options, controller.signal);
    const second = decoders.tree(large, options, signal);
    controller.abort();
    await expect(first).rejects.toBe(controller.signal.reason);
    workers[0].start();
    workers[0].answer();
    workers[0].answer();
    expect(await second).toEqual(whole);
    expect(workers).toHaveLength(1);
  });

  test('and nothing is decoded in place for it', async () => {
    const { decoders, workers } = decodersWithWorkers();
    const controller = new AbortController();
    const answer = decoders.tree(large, options, controller.signal);
    workers[0].breakDown();
    controller.abort();
    const outcome = expect(answer).rejects.toBe(controller.signal.reason);
    await turn();
    await outcome;
    await expect(decoders.tree(small, options, controller.signal)).rejects.toBe(controller.signal.reason);
  });
});

describe('trees that are put together', () => {
  const manyNodes = treeOfStacks(
    Array.from({ length: SMALLEST_JOB_NODES / 2 }, (_, i) => ({ names: ['main', `f${i}`], value: i }))
  );
  const comparison = { how: 'diff', left: manyNodes, right: manyNodes } as const;

  test('are put together by the worker where they are large, and stay whole here', async () => {
    const { decoders, workers } = decodersWithWorkers();
    const answer = decoders.combine(comparison, signal);
    workers[0].start();
    workers[0].answer();
    expect(await answer).toEqual(combined(comparison));
    expect(manyNodes.total).toHaveLength(manyNodes.length);
  });

  test('need no worker where they are small', async () => {
    const { decoders, workers } = decodersWithWorkers();
    const tree = decodeTree(small, options);
    const sum = await decoders.combine({ how: 'sum', parts: [{ tree }, { tree, factor: 2 }] }, signal);
    expect(sum.total[0]).toBe(21);
    expect(workers).toEqual([]);
  });

  test('are put together here where no worker can start', async () => {
    const { decoders, workers } = decodersWithWorkers();
    const answer = decoders.combine(comparison, signal);
    workers[0].breakDown();
    await turn();
    expect(await answer).toEqual(combined(comparison));
  });

  test('are of no use to anybody who left', async () => {
    const { decoders, workers } = decodersWithWorkers();
    const controller = new AbortController();
    const answer = decoders.combine(comparison, controller.signal);
    workers[0].start();
    controller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    expect(workers[0].isTerminated).toBe(true);
  });
});

describe('lines of a function', () => {
  const pprofOf = (calls: number) =>
    encodePprof(
      pprofOfTree(
        treeOfStacks(
          Array.from({ length: calls }, (_, i) => ({ names: ['main', `f${i}${'x'.repeat(1000)}`], value: 2 }))
        ),
        { sampleType: 'cpu', from: 0, duration: 0 }
      )
    );

  test('are looked up where the profile is read, and alone come back', async () => {
    const { decoders, workers } = decodersWithWorkers();
    const bytes = pprofOf(600);
    const answer = decoders.pprofLines(bytes, 'cpu', 'main', signal);
    expect(workers[0].posted).toMatchObject([{ format: 'pprof lines', functionName: 'main' }]);
    workers[0].start();
    workers[0].answer();
    expect(await answer).toMatchObject({ sum: 1200, lines: { lines: { total: Float64Array.of(1200) } } });
  });

  test('of a small profile are looked up in place', async () => {
    const { decoders, workers } = decodersWithWorkers();
    expect(await decoders.pprofLines(pprofOf(1), 'unheard of', 'main', signal)).toMatchObject({ sum: 2 });
    expect(workers).toHaveLength(0);
  });
});
