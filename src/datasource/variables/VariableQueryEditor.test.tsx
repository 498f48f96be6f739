import type { DataSourceInstanceSettings, TypedVariableModel } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { ProfilesDataSource } from '../ProfilesDataSource';
import type { ProfilesOptions, ProfilesVariableQuery } from '../profilesQuery';
import { fakeBackend, process } from '../testing/fakeBackend';
import { giveLayout } from '../testing/giveLayout';
import { VariableQueryEditor } from './VariableQueryEditor';

// Icons are fetched, and are there some time after the test.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

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
      templates: { replace: (text = '') => text, getVariables: () => [{ name: 'team' } as TypedVariableModel] },
      now: () => 60_000,
    }
  );
  function Page() {
    const [shown, setShown] = useState<ProfilesVariableQuery>({ refId: 'v', ...query });
    return (
      <VariableQueryEditor
        datasource={datasource}
        query={shown}
        onChange={(next) => {
          changes.push(next);
          setShown(next);
        }}
        onRunQuery={() => undefined}
      />
    );
  }
  render(<Page />);
  return { changes, user: userEvent.setup() };
}

const field = (name: string) => screen.getByRole('combobox', { name });

test('what is listed is chosen, and a saved query keeps its other fields', async () => {
  const { changes, user } = show({ type: 'profileType', labelSelector: '{region="eu"}', hide: true });
  await user.click(field('List'));
  await user.click(await screen.findByRole('option', { name: /^Services/ }));
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

test('functions are listed by what is spent in them, as many as are wanted', async () => {
  const { changes, user } = show({ type: 'function' });
  await user.click(field('Largest by'));
  await user.click(await screen.findByRole('option', { name: /^Total/ }));
  await user.type(screen.getByRole('textbox', { name: 'Name contains' }), '^main{Enter}');
  await user.type(screen.getByRole('textbox', { name: 'At most' }), '20{Enter}');
  expect(changes).toHaveLength(3);
  expect(changes[2]).toEqual({ refId: 'v', type: 'function', by: 'total', functionName: '^main', limit: 20 });
});

test('other variables of the dashboard are offered as labels', async () => {
  const { changes, user } = show({ type: 'labelValue' });
  await user.click(field('Label'));
  await user.click(await screen.findByRole('option', { name: '$team' }));
  expect(changes).toEqual([{ refId: 'v', type: 'labelValue', labelName: '$team' }]);
});
