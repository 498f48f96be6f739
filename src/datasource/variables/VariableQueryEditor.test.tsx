import type { DataSourceInstanceSettings } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ProfilesDataSource } from '../ProfilesDataSource';
import type { ProfilesOptions, ProfilesVariableQuery } from '../profilesQuery';
import { fakeBackend, process } from '../testing/fakeBackend';
import { giveLayout } from '../testing/giveLayout';
import { VariableQueryEditor } from './VariableQueryEditor';

beforeAll(giveLayout);

const uploads = process({
  type: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labels: { service_name: 'cart', region: 'eu' },
  from: 0,
  to: 60_000,
  every: 15_000,
  picture: 'main 1',
});

function show(query: Partial<ProfilesVariableQuery>) {
  const changes: ProfilesVariableQuery[] = [];
  const datasource = new ProfilesDataSource(
    { jsonData: {}, url: '', uid: 'p' } as DataSourceInstanceSettings<ProfilesOptions>,
    {
      client: fakeBackend(uploads).client,
      templates: { replace: (text = '') => text, getVariables: () => [] },
      now: () => 60_000,
    }
  );
  render(
    <VariableQueryEditor
      datasource={datasource}
      query={{ refId: 'v', ...query }}
      onChange={(next) => changes.push(next)}
      onRunQuery={() => undefined}
    />
  );
  return { changes, user: userEvent.setup() };
}

const field = (name: string) => screen.getByRole('combobox', { name });

test('what is listed is chosen, and a saved query keeps its other fields', async () => {
  const { changes, user } = show({ type: 'profileType', labelSelector: '{region="eu"}', hide: true });
  await user.click(field('List'));
  await user.click(await screen.findByRole('option', { name: 'Services' }));
  expect(changes).toEqual([{ refId: 'v', type: 'service', labelSelector: '{region="eu"}', hide: true }]);
});

test('the values of a label need the label, and nothing else asks for one', async () => {
  const { changes, user } = show({ type: 'labelValue' });
  await user.click(field('Label'));
  await user.click(await screen.findByRole('option', { name: 'region' }));
  expect(changes).toEqual([{ refId: 'v', type: 'labelValue', labelName: 'region' }]);
});

test('profile types are not narrowed by a profile type', () => {
  show({ type: 'profileType' });
  expect(screen.queryByRole('combobox', { name: 'Profile type' })).toBeNull();
  expect(screen.queryByRole('combobox', { name: 'Label' })).toBeNull();
});
