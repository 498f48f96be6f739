import { labelValue } from './labels';
import { createStore, type Store } from './store';
import { pushCpu } from './testing/pushStacks';

const everything = () => true;
const start = 1_700_000_000_000;

function servicesIn(store: Store, from = 0, to = Number.MAX_SAFE_INTEGER): string[] {
  return store.select(everything, from, to).map(({ profile }) => labelValue(profile.labels, 'service_name'));
}

test('profiles come in order of their times, whatever the order of arrival, both ends of the range included', async () => {
  const store = createStore({ capBytes: 1e6 });
  for (const [service, time] of [
    ['third', 30],
    ['first', 10],
    ['second', 20],
    ['fourth', 40],
  ] as const) {
    await pushCpu(store, { time: start + time, labels: { service_name: service }, stacks: { main: 1 } });
  }
  expect(servicesIn(store)).toEqual(['first', 'second', 'third', 'fourth']);
  expect(servicesIn(store, start + 20, start + 30)).toEqual(['second', 'third']);
});

test('the oldest profiles go when the cap is reached', async () => {
  const one = createStore({ capBytes: 1e6 });
  await pushCpu(one, { time: start, stacks: { main: 1 } });
  const store = createStore({ capBytes: one.stats().bytes * 3.5 });
  for (const minute of [5, 1, 4, 2, 3]) {
    await pushCpu(store, { time: start + minute * 60_000, stacks: { main: 1 } });
  }
  expect(store.stats()).toMatchObject({
    batches: 3,
    dropped: 2,
    oldest: start + 3 * 60_000,
    newest: start + 5 * 60_000,
  });
  expect(store.stats().bytes).toBeLessThanOrEqual(one.stats().bytes * 3.5);
});

test('a profile that is larger than the cap alone is not kept', async () => {
  const store = createStore({ capBytes: 10 });
  await pushCpu(store, { time: start, stacks: { main: 1 } });
  expect(store.stats()).toMatchObject({ batches: 0, bytes: 0, dropped: 1 });
});

test('profiles of a series share their labels, also after older ones of it have gone', async () => {
  const store = createStore({ capBytes: 1e6 });
  for (const second of [0, 15, 30]) {
    await pushCpu(store, { time: start + second * 1000, stacks: { main: 1 } });
  }
  const labels = new Set(store.select(everything, start, start + 60_000).map(({ profile }) => profile.labels));
  expect(labels.size).toBe(1);
});
