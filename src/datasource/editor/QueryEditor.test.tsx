import '@testing-library/jest-dom';
import { dateTime, type DataSourceInstanceSettings } from '@grafana/data';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { ProblemError } from '../../base/problem';
import { ProfilesDataSource } from '../ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery } from '../profilesQuery';
import { fakeBackend, process } from '../testing/fakeBackend';
import { giveLayout } from '../testing/giveLayout';
import { QueryEditor } from './QueryEditor';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const MEMORY = 'memory:inuse_space:bytes:space:bytes';
const NOW = 1_795_240_800_000;

const upload = (type: string, labels: Record<string, string>) =>
  process({ type, labels, from: NOW - 600_000, to: NOW, every: 60_000, picture: 'main 1' });
const uploads = [
  ...upload(CPU, { service_name: 'cart', region: 'eu', 'k8s.pod': 'a' }),
  ...upload(MEMORY, { service_name: 'shop', region: 'us' }),
];

beforeAll(giveLayout);

/** The editor in a page that takes over what it changes, with what it changed and how often it ran. */
function show(query: Partial<ProfilesQuery>, { client = fakeBackend(uploads).client } = {}) {
  const seen = { query: { refId: 'A', ...query }, runs: 0 };
  const datasource = new ProfilesDataSource(
    { jsonData: {}, url: '', uid: 'p' } as DataSourceInstanceSettings<ProfilesOptions>,
    {
      client,
      templates: {
        replace: (text = '') => text.replaceAll('$service', 'cart'),
        getVariables: () => [{ name: 'service' }] as never,
      },
      now: () => NOW,
    }
  );
  const [from, to] = [dateTime(NOW - 600_000), dateTime(NOW)];
  const range = { from, to, raw: { from, to } };
  function Page() {
    const [current, setCurrent] = useState(seen.query);
    return (
      <QueryEditor
        datasource={datasource}
        query={current}
        range={range}
        onChange={(next) => {
          seen.query = next;
          setCurrent(next);
        }}
        onRunQuery={() => {
          seen.runs++;
        }}
      />
    );
  }
  render(<Page />);
  return { seen, user: userEvent.setup() };
}

const field = (name: string) => screen.getByRole('combobox', { name });

test('a profile type is chosen by its name, and the query runs once', async () => {
  const { seen, user } = show({ labelSelector: '{}', future: 1 } as Partial<ProfilesQuery>);
  await user.click(field('Profile type'));
  await user.click(await screen.findByRole('option', { name: /In-use space/ }));
  expect(seen.query).toMatchObject({ profileTypeId: MEMORY, labelSelector: '{}', future: 1, schemaVersion: 1 });
  expect(seen.runs).toBe(1);
  await waitFor(() => expect(field('Profile type')).toHaveValue('In-use space'));
});

test('without a profile type, the one that the query will show is named', async () => {
  show({});
  expect(await screen.findByPlaceholderText('CPU (default)')).toBeInTheDocument();
});

test('a variable can be typed where a type is chosen', async () => {
  const { seen, user } = show({});
  await user.type(field('Profile type'), '$type');
  await user.click(await screen.findByRole('option', { name: /\$type/ }));
  expect(seen.query.profileTypeId).toBe('$type');
});

test('a profile type is explained', async () => {
  const { user } = show({ profileTypeId: MEMORY });
  await user.click(screen.getByRole('button', { name: 'About the profile type In-use space' }));
  expect(await screen.findByText(/timeline that climbs and never comes back down is a leak/)).toBeInTheDocument();
});

test('choosing a service leaves the rest of the selector alone', async () => {
  const { seen, user } = show({ labelSelector: '{region="eu", service_name="old"}' });
  await user.click(field('Service'));
  await user.click(await screen.findByRole('option', { name: 'shop' }));
  expect(seen.query.labelSelector).toBe('{service_name="shop", region="eu"}');
  expect(seen.runs).toBe(1);
});

test('a service cannot be chosen while the selector cannot be read', () => {
  show({ labelSelector: '$selector' });
  expect(field('Service')).toBeDisabled();
});

test('names, operators and values are suggested, and Shift+Enter runs', async () => {
  const { seen, user } = show({ labelSelector: '{}' });
  await user.click(field('Labels'));
  await user.click(await screen.findByRole('option', { name: 'k8s.pod' }));
  expect(field('Labels')).toHaveValue('{"k8s.pod"=}');
  await user.click(await screen.findByRole('option', { name: 'a' }));
  expect(field('Labels')).toHaveValue('{"k8s.pod"="a"}');
  expect(seen.runs).toBe(0);
  await user.keyboard('{Shift>}{Enter}{/Shift}');
  expect(seen.query.labelSelector).toBe('{"k8s.pod"="a"}');
  expect(seen.runs).toBe(1);
});

test('values are scoped by the other matchers, with variables first', async () => {
  const { user } = show({ labelSelector: '{region="us", service_name=""}' });
  await user.pointer({ keys: '[MouseLeft]', target: field('Labels'), offset: 28 });
  const list = await screen.findByRole('listbox', { name: 'Values of service_name' });
  expect([...list.children].map(({ textContent }) => textContent)).toEqual(['$service', 'shop']);
});

test('suggestions are chosen by keyboard alone', async () => {
  const { seen, user } = show({ labelSelector: '{}' });
  await user.click(field('Labels'));
  await user.clear(field('Labels'));
  await user.type(field('Labels'), 'reg');
  await screen.findByRole('option', { name: 'region' });
  await user.keyboard('{ArrowDown}{Enter}');
  await screen.findByRole('option', { name: 'eu' });
  await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}{ArrowUp}{Tab}');
  expect(field('Labels')).toHaveValue('region="us"');
  await user.keyboard('{Escape}{Enter}');
  expect(seen.query.labelSelector).toBe('{region="us"}');
});

test('what is wrong with a selector is said and marked when the field is left', async () => {
  const { seen, user } = show({ labelSelector: '{}' });
  await user.clear(field('Labels'));
  await user.type(field('Labels'), 'region=eu');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await user.tab();
  expect(await screen.findByText(/cannot be read at character 9/)).toBeInTheDocument();
  expect(screen.getByText('e', { selector: 'mark' })).toBeInTheDocument();
  expect(seen.query.labelSelector).toBe('{region=eu}');
});

test('a selector with variables outside of its values is not judged', () => {
  show({ labelSelector: '{$filters}' });
  expect(screen.queryByText(/cannot be read/)).not.toBeInTheDocument();
});

test('leaving the field unchanged does not run the query', async () => {
  const { seen, user } = show({ labelSelector: '{region="eu"}' });
  await user.click(field('Labels'));
  await user.tab();
  expect(seen.runs).toBe(0);
});

test('labels that cannot be suggested are said to be so', async () => {
  const { client } = fakeBackend(uploads);
  const problem = new ProblemError({ kind: 'unreachable', sentence: 'The backend cannot be reached.' });
  const { user } = show({ labelSelector: '{}' }, { client: { ...client, labelNames: () => Promise.reject(problem) } });
  await user.click(field('Labels'));
  expect(await screen.findByText(/cannot be suggested. The backend cannot be reached./)).toBeInTheDocument();
});

test('options are summed up while they are closed, and changed when they are open', async () => {
  const { seen, user } = show({ queryType: 'metrics', groupBy: ['region'], limit: 5 });
  const options = screen.getByRole('button', { name: /Options/ });
  expect(options).toHaveTextContent('Time series · by region · at most 5 series');
  await user.click(options);
  await user.click(screen.getByRole('radio', { name: 'Flame graph' }));
  await user.clear(screen.getByLabelText('Max nodes'));
  await user.type(screen.getByLabelText('Max nodes'), '1024{Enter}');
  await user.clear(screen.getByLabelText('Limit'));
  await user.type(screen.getByLabelText('Limit'), '$top');
  await user.type(screen.getByLabelText('Span IDs'), '00f067aa0ba902b7, b7ad6b7169203331{Enter}');
  expect(seen.query).toMatchObject({
    queryType: 'profile',
    groupBy: ['region'],
    maxNodes: 1024,
    limit: '$top',
    spanSelector: ['00f067aa0ba902b7', 'b7ad6b7169203331'],
  });
});

test('more nodes than a backend gives are refused where they are typed', async () => {
  const { user } = show({ maxNodes: 2_000_000 });
  await user.click(screen.getByRole('button', { name: /Options/ }));
  expect(screen.getByText('At most 1,048,576')).toBeInTheDocument();
});
