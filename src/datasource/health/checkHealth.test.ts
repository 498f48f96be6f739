import { ProblemError, type Problem } from '../../base/problem';
import { milliseconds } from '../../base/units';
import type { Capabilities, Feature } from '../../pyroscope/capabilities';
import { fakeBackend, process } from '../testing/fakeBackend';
import { checkHealth } from './checkHealth';

const NOW = 1_795_240_800_000;
const signal = new AbortController().signal;

const upload = (service: string, type: string) =>
  process({ type, labels: { service_name: service }, from: NOW - 60_000, to: NOW, every: 15_000, picture: 'main 1' });

function failing(problem: Problem) {
  const { client } = fakeBackend([]);
  return { ...client, profileTypes: () => Promise.reject(new ProblemError(problem)) };
}

test('a backend with profiles is fine, and what it has is counted', async () => {
  const { client } = fakeBackend([
    ...upload('cart', 'a:b:count:d:e'),
    ...upload('shop', 'f:b:count:d:e'),
    ...upload('pay', 'f:b:count:d:e'),
  ]);
  expect(await checkHealth(client, NOW, signal)).toEqual({
    status: 'success',
    message: 'The backend works: 3 services with 2 profile types in the last hour.',
  });
});

test('one of each is not called many', async () => {
  const { client } = fakeBackend(upload('cart', 'a:b:count:d:e'));
  expect((await checkHealth(client, NOW, signal)).message).toContain('1 service with 1 profile type in');
});

test('an empty backend works, but has nothing yet', async () => {
  const answer = await checkHealth(fakeBackend([]).client, NOW, signal);
  expect(answer.status).toBe('warning');
  expect(answer.message).toContain('no profiles yet');
});

test('a backend whose profilers went silent is told from an empty one', async () => {
  const { client } = fakeBackend([]);
  const silent = { ...client, profileStats: () => Promise.resolve({ dataIngested: true }) };
  const answer = await checkHealth(silent, NOW, signal);
  expect(answer.status).toBe('warning');
  expect(answer.message).toContain('no profiles in the last hour');
});

test('a backend without statistics is not an error', async () => {
  const { client } = fakeBackend([]);
  const unsupported = new ProblemError({ kind: 'unsupported', sentence: 'Not here.' });
  const answer = await checkHealth({ ...client, profileStats: () => Promise.reject(unsupported) }, NOW, signal);
  expect(answer.status).toBe('warning');
});

test.each<[Problem['kind'], string]>([
  ['unreachable', 'The backend cannot be reached.'],
  ['unauthorised', 'The backend refused the credentials.'],
  ['missing-tenant', 'The backend was not told which tenant.'],
])('%s is told in its own words, with those of the backend behind them', async (kind, sentence) => {
  const answer = await checkHealth(failing({ kind, sentence, detail: 'no org id' }), NOW, signal);
  expect(answer).toEqual({
    status: 'error',
    message: sentence,
    details: { message: '', verboseMessage: 'no org id' },
  });
});

/** A backend that says this of itself and can do these. */
function able(facts: Awaited<ReturnType<Capabilities['facts']>>, can: Feature[] | undefined): Capabilities {
  return {
    facts: async () => facts,
    supports: async (feature) => (can === undefined ? 'unknown' : can.includes(feature) ? 'yes' : 'no'),
  };
}

test('what the backend is and can do is told behind that it works', async () => {
  const { client } = fakeBackend(upload('cart', 'a:b:count:d:e'));
  const capabilities = able({ version: '1.15.0', hasNewerStorage: true }, ['heatmap', 'callSite']);
  const answer = await checkHealth(client, NOW, signal, { capabilities });
  expect(answer.status).toBe('success');
  expect(answer.details).toEqual({
    message:
      'Pyroscope 1.15.0, newer storage; heatmaps: yes, exemplars: no, profiles of a trace: no, single profiles: no, profiles below a function: yes, series of a function: no.',
  });
});

test('a backend of which nothing can be told works all the same', async () => {
  const { client } = fakeBackend(upload('cart', 'a:b:count:d:e'));
  const answer = await checkHealth(client, NOW, signal, { capabilities: able({}, undefined) });
  expect(answer).toEqual({ status: 'success', message: expect.stringContaining('The backend works') as string });
  const empty = await checkHealth(fakeBackend([]).client, NOW, signal, {
    capabilities: able({ version: '2.1.0' }, undefined),
  });
  expect(empty.details).toEqual({ message: 'Pyroscope 2.1.0.' });
});

test('what can be told is told, if it is only a part', async () => {
  const { client } = fakeBackend(upload('cart', 'a:b:count:d:e'));
  const message = async (capabilities: Capabilities) =>
    (await checkHealth(client, NOW, signal, { capabilities })).details?.message;
  expect(await message(able({ hasNewerStorage: false }, undefined))).toBe('Version unknown, older storage.');
  expect(await message(able({}, ['heatmap']))).toMatch(/^Heatmaps: yes, exemplars: no/);
});

test('how far back it answers is told, where it can be found out', async () => {
  const { client } = fakeBackend(upload('cart', 'a:b:count:d:e'));
  const details = async (limit: number | undefined) => {
    const lookBack = async () => (limit === undefined ? undefined : milliseconds(limit));
    return (await checkHealth(client, NOW, signal, { capabilities: able({ version: '2.1.0' }, undefined), lookBack }))
      .details?.message;
  };
  expect(await details(7 * 86_400_000)).toBe('Pyroscope 2.1.0. It answers nothing from before 7d ago.');
  expect(await details(undefined)).toBe('Pyroscope 2.1.0.');
});

test('settings of a file that cannot be meant so are said, though the backend works', async () => {
  const { client } = fakeBackend(upload('cart', 'a:b:count:d:e'));
  const answer = await checkHealth(client, NOW, signal, { settings: { minStep: 'fifteen', maxNodes: 0 } });
  expect(answer.status).toBe('warning');
  expect(answer.details).toMatchObject({
    message: expect.stringMatching(/shortest step .*"fifteen".* most nodes/i) as string,
  });
});
