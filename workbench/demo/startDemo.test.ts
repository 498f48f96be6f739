import { createBackendServer, type BackendServer } from '../backend/createBackendServer';
import { startDemo, type Demo } from './startDemo';

let backend: BackendServer;
let demo: Demo;

beforeAll(async () => {
  backend = await createBackendServer();
  demo = startDemo({ address: backend.url, flushIntervalMs: 500 });
});

afterAll(async () => {
  await demo.stop();
  await backend.close();
});

/** Functions of all profiles so far. */
function functionNames(type: string): string[] {
  return backend.store
    .select((labels) => labels.some(({ name, value }) => name === '__profile_type__' && value === type), 0, Infinity)
    .flatMap(({ profile }) => profile.tree().functions.names);
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test('the profiled service pushes where its CPU and heap go, by names that can be read', async () => {
  const wanted = [
    ['wall:cpu:nanoseconds:wall:nanoseconds', /^\.\/shop\/handleRequest\.js:handleRequest:\d+$/],
    ['wall:wall:nanoseconds:wall:nanoseconds', /^\.\/shop\/priceCart\.js:convertCurrency:\d+$/],
    ['memory:inuse_space:bytes:inuse_space:bytes', /^\.\/shop\/sessionCache\.js:recordClicks:\d+$/],
  ] as const;
  for (const [type, name] of wanted) {
    await until(() => functionNames(type).some((each) => name.test(each)));
  }
}, 60_000);

test('requests are told apart by endpoint and region', async () => {
  const valuesOf = (label: string) =>
    new Set(
      backend.store
        .select(() => true, 0, Infinity)
        .flatMap(({ profile }) => profile.labels.filter(({ name }) => name === label).map(({ value }) => value))
    );
  await until(() => valuesOf('endpoint').size === 3 && valuesOf('region').size >= 2);
  expect([...valuesOf('endpoint')].sort()).toEqual(['/pay', '/quote', '/search']);
}, 60_000);

test('it goes on while nobody takes its profiles, and ends when it is told to', async () => {
  const alone = startDemo({ address: 'http://127.0.0.1:9', flushIntervalMs: 200 });
  const ended = await Promise.race([alone.exited, new Promise((resolve) => setTimeout(() => resolve('runs'), 2_000))]);
  expect(ended).toBe('runs');
  const controller = new AbortController();
  const aborted = startDemo({ address: backend.url, signal: controller.signal });
  controller.abort();
  await Promise.all([alone.stop(), aborted.exited]);
}, 60_000);
