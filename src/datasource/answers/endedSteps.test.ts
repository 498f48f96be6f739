import { epochMs, milliseconds } from '../../base/units';
import { fakeBackend, process } from '../testing/fakeBackend';
import { EndedSteps, type FunctionStep } from './endedSteps';
import { askFunctionSteps } from './functionSteps';
import { UploadIntervalFinder } from './uploadIntervals';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const START = 1_795_240_800_000;
const MINUTE = 60_000;
const signal = new AbortController().signal;

/** Asks over an hour, up to now; tells how many profiles that took. */
function asking() {
  const backend = fakeBackend(
    process({
      type: CPU,
      labels: { service_name: 'cart' },
      from: START - 60 * MINUTE,
      to: START + 20 * MINUTE,
      every: 15_000,
      picture: 'main 10\n  pay 5',
    })
  );
  let now = START;
  const asked = {
    client: backend.client,
    finder: new UploadIntervalFinder(backend.client, () => now),
    endedSteps: new EndedSteps(() => now),
  };
  return {
    wait: (minutes: number) => (now += minutes * MINUTE),
    ask: async (labelSelector = '{}', to = now) => {
      backend.asked.length = 0;
      const question = {
        profileTypeId: CPU,
        labelSelector,
        from: epochMs(to - 60 * MINUTE),
        to: epochMs(to),
      };
      const steps = await askFunctionSteps(asked, question, milliseconds(MINUTE), signal);
      return { steps, profiles: backend.asked.filter(({ method }) => method === 'mergeStacktraces').length };
    },
  };
}

test('the same range, whichever of its functions are wanted, asks for no profile again', async () => {
  const { ask, wait } = asking();
  wait(5);
  const first = await ask('{}', START);
  expect(first.profiles).toBe(60);
  const second = await ask('{}', START);
  expect(second.profiles).toBe(0);
  expect(second.steps).toEqual(first.steps);
});

test('a refresh asks for the steps alone that have come, or may still get profiles', async () => {
  const { ask, wait } = asking();
  const first = await ask();
  wait(2);
  const second = await ask();
  expect(second.profiles).toBe(4);
  expect(second.steps.functions.get('pay')?.total).toEqual(first.steps.functions.get('pay')?.total);
});

test('another question needs steps of its own', async () => {
  const { ask, wait } = asking();
  wait(5);
  await ask('{}', START);
  expect((await ask('{service_name="cart"}', START)).profiles).toBe(60);
});

test('a range without profiles is not asked for step by step', async () => {
  const { profiles, steps } = await asking().ask('{}', START - 300 * MINUTE);
  expect(profiles).toBe(0);
  expect(steps.timestamps).toHaveLength(0);
});

test('what was not used for longest goes where there is no room', async () => {
  const ended = new EndedSteps(() => START, 8);
  const step = (): FunctionStep => ({
    level: NaN,
    whole: 1,
    names: ['main', 'pay', 'send'],
    self: new Float64Array(3),
    total: new Float64Array(3),
  });
  const asked: string[] = [];
  const find = (key: string) =>
    ended.find(key, START - 10 * MINUTE, milliseconds(15_000), () => {
      asked.push(key);
      return Promise.resolve(step());
    });
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) {
    await find(key);
  }
  expect(asked).toEqual(['a', 'b', 'c', 'b']);
});
