import '@testing-library/jest-dom';
import type { DataSourceApi, DataSourceInstanceSettings } from '@grafana/data';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ProblemError } from '../../base/problem';
import type { FullPyroscopeClient } from '../../pyroscope/client';
import { readyQuery } from '../queries/readyQuery';
import { ProfilesDataSource } from '../ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery } from '../profilesQuery';
import { fakeBackend, process } from '../testing/fakeBackend';
import { fakeTemplates } from '../testing/fakeTemplates';
import { LazyExploreStart } from './LazyExploreStart';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const HEAP = 'memory:inuse_space:bytes:inuse_space:bytes';
const NOW = 1_795_240_800_000;

const uploads = (labels: Record<string, string>, type: string) =>
  process({ type, labels, from: NOW - 60_000, to: NOW, every: 15_000, picture: 'main 1' });

function show(client: FullPyroscopeClient) {
  const run: ProfilesQuery[] = [];
  const dataSource = new ProfilesDataSource(
    { jsonData: {}, url: '', uid: 'p' } as DataSourceInstanceSettings<ProfilesOptions>,
    { client, templates: fakeTemplates({}), now: () => NOW }
  );
  render(
    <LazyExploreStart
      datasource={dataSource as unknown as DataSourceApi<ProfilesQuery>}
      query={{ refId: 'A' }}
      onClickExample={(query) => run.push(query)}
    />
  );
  return { run, user: userEvent.setup() };
}

const shop = [
  ...uploads({ service_name: 'cart', region: 'eu' }, CPU),
  ...uploads({ service_name: 'cart', region: 'eu' }, HEAP),
  ...uploads({ service_name: 'pay' }, CPU),
];

test('each service shows what there is of it, and a click runs that', async () => {
  const { run, user } = show(fakeBackend(shop).client);
  const cart = within(await screen.findByRole('group', { name: 'cart' }, { timeout: 10_000 }));
  expect(cart.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['CPU', 'Heap']);
  expect(within(screen.getByRole('group', { name: 'pay' })).getAllByRole('button')).toHaveLength(1);
  await user.click(cart.getByRole('button', { name: 'Heap of cart' }));
  expect(run).toEqual([
    expect.objectContaining({
      refId: 'A',
      queryType: 'both',
      profileTypeId: HEAP,
      labelSelector: '{service_name="cart"}',
    }),
  ]);
});

test('every question is about what there is, and can be asked', async () => {
  const { run, user } = show(fakeBackend(shop).client);
  const questions = within(await screen.findByRole('region', { name: 'Questions' }));
  const titles = questions.getAllByRole('button').map(({ textContent }) => textContent);
  expect(titles).toEqual([
    'Which functions of cart are the largest?',
    'What changed in cart since an hour ago?',
    'Does one region of cart differ from the others?',
    'Does cart leak memory?',
    'Which service is the dearest?',
  ]);
  for (const title of titles) {
    await user.click(questions.getByRole('button', { name: title }));
  }
  expect(run).toHaveLength(titles.length);
  for (const query of run) {
    expect(() => readyQuery(query, (text) => text)).not.toThrow();
    expect([CPU, HEAP]).toContain(query.profileTypeId);
  }
});

test('questions that a backend has no answer to are not asked', async () => {
  show(fakeBackend(uploads({ service_name: 'pay' }, CPU)).client);
  const questions = within(await screen.findByRole('region', { name: 'Questions' }));
  expect(questions.getAllByRole('button')).toHaveLength(2);
});

test('an empty backend, and one that does not answer, say so', async () => {
  show(fakeBackend([]).client);
  expect(await screen.findByText('No profiles in the last hour')).toBeInTheDocument();
});

test('a backend that does not answer is told in its own words', async () => {
  const problem = { kind: 'unreachable', sentence: 'The backend cannot be reached.' } as const;
  show({ ...fakeBackend([]).client, labelValues: () => Promise.reject(new ProblemError(problem)) });
  expect(await screen.findByText('The backend cannot be reached.')).toBeInTheDocument();
});
