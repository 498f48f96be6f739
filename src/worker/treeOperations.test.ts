import { callTreeToText, textProfile } from '../profile/textProfile';
import { treeOfStacks } from '../profile/testing/stacks';
import type { CallTree } from '../profile/callTree';
import { DecodeWorker } from './decodeWorker';
import { operated, type TreeOperation } from './operationJob';
import { SMALLEST_JOB_NODES } from './smallestJob';
import { StandInWorker } from './testing/standInWorker';
import { createTreeOperations } from './treeOperations';

const large = treeOfStacks(
  Array.from({ length: SMALLEST_JOB_NODES }, (_, i) => ({ names: [i % 2 === 0 ? 'main' : 'serve', `f${i}`], value: i }))
);
const small = textProfile(`
  main    9
    parse 4
      read 1
    write 5
  `);
const { signal } = new AbortController();
const withoutMain = {
  do: 'filter',
  filters: [{ rule: { kind: 'without', match: { by: 'function', value: 'main' } } }],
} as const;
const asPackage = {
  do: 'filter',
  filters: [{ rule: { kind: 'collapse-package', match: { by: 'function', value: 'main' } } }],
} as const;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function operationsWithWorkers() {
  const workers: StandInWorker[] = [];
  const worker = new DecodeWorker(() => {
    const started = new StandInWorker();
    workers.push(started);
    return started;
  });
  return { operations: createTreeOperations(worker), workers };
}

async function turn() {
  await jest.advanceTimersByTimeAsync(0);
}

/** Whether the job that was posted last brings the tree that it is about. */
function bringsTree(worker: StandInWorker): boolean {
  const job = worker.posted[worker.posted.length - 1];
  return job.format === 'operation' && job.on.posted !== undefined;
}

const finer = treeOfStacks([{ names: ['main', 'f0', 'deep'], value: 7 }]);
const all: TreeOperation[] = [
  withoutMain,
  asPackage,
  { do: 'invert' },
  { do: 'callers', func: 5 },
  { do: 'callees', func: 1 },
  { do: 'refine', at: 1, finer },
];

test.each(all.map((each) => [each.do, each] as const))('%s of a large tree comes from the worker', async (_, each) => {
  const { operations, workers } = operationsWithWorkers();
  expect(operations.atOnce(each, large)).toBeUndefined();
  const answer = operations.run(each, large, signal);
  workers[0].start();
  workers[0].answer();
  expect(await answer).toEqual(operated(each, large));
});

test('the page keeps its own columns and its own table of functions', async () => {
  const { operations, workers } = operationsWithWorkers();
  const answer = operations.run(withoutMain, large, signal);
  workers[0].answer();
  const { tree } = await answer;
  expect(tree.functions).toBe(large.functions);
  expect(large.total).toHaveLength(large.length);
});

test('a filter that takes nothing away leaves the very tree', async () => {
  const { operations, workers } = operationsWithWorkers();
  const off = { do: 'filter', filters: [{ ...withoutMain.filters[0], off: true }] } as const;
  const answer = operations.run(off, large, signal);
  workers[0].answer();
  expect((await answer).tree).toBe(large);
});

test('a tree is handed over once, and what the worker made of it not at all', async () => {
  const { operations, workers } = operationsWithWorkers();
  const filtering = operations.run(asPackage, large, signal);
  expect(bringsTree(workers[0])).toBe(true);
  workers[0].answer();
  const { tree } = await filtering;
  for (const known of [large, tree]) {
    const inverting = operations.run({ do: 'invert' }, known, signal);
    expect(bringsTree(workers[0])).toBe(false);
    workers[0].answer();
    expect(await inverting).toEqual(operated({ do: 'invert' }, known));
  }
});

test('a worker that has forgotten the tree is handed it again', async () => {
  const { operations, workers } = operationsWithWorkers();
  const first = operations.run({ do: 'invert' }, large, signal);
  workers[0].start();
  workers[0].answer();
  await first;
  await jest.advanceTimersByTimeAsync(31_000);
  const second = operations.run(withoutMain, large, signal);
  workers[1].answer();
  await turn();
  expect(bringsTree(workers[1])).toBe(true);
  workers[1].answer();
  expect(await second).toEqual(operated(withoutMain, large));
});

test('a small tree needs no worker', async () => {
  const { operations, workers } = operationsWithWorkers();
  const atOnce = operations.atOnce({ do: 'invert' }, small);
  expect(atOnce && callTreeToText(atOnce.tree)).toBe(callTreeToText(operated({ do: 'invert' }, small).tree));
  expect(await operations.run({ do: 'invert' }, small, signal)).toEqual(atOnce);
  expect(workers).toEqual([]);
});

test('where no worker can start it is done here', async () => {
  const { operations, workers } = operationsWithWorkers();
  const answer = operations.run(withoutMain, large, signal);
  workers[0].breakDown();
  await turn();
  expect(await answer).toEqual(operated(withoutMain, large));
});

test('what fails is told', async () => {
  const { operations, workers } = operationsWithWorkers();
  const comparison: CallTree = { ...finer, right: { total: finer.total, self: finer.self } };
  const answer = operations.run({ do: 'refine', at: 1, finer: comparison }, large, signal);
  workers[0].answer();
  await expect(answer).rejects.toMatchObject({ name: 'ProblemError' });
});

test('an answer that nobody waits for any more is dropped, and the worker goes on with the next', async () => {
  const { operations, workers } = operationsWithWorkers();
  const controller = new AbortController();
  const first = operations.run({ do: 'invert' }, large, controller.signal);
  workers[0].start();
  controller.abort();
  await expect(first).rejects.toBe(controller.signal.reason);
  const second = operations.run(withoutMain, large, signal);
  expect(workers[0].isTerminated).toBe(false);
  workers[0].answer();
  workers[0].answer();
  expect(await second).toEqual(operated(withoutMain, large));
});
