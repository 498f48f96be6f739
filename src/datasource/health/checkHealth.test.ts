import { ProblemError, type Problem } from '../../base/problem';
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
