import type { DataSourceInstanceSettings } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ProfilesDataSource } from '../ProfilesDataSource';
import type { ProfilesOptions, ProfilesQuery } from '../profilesQuery';
import { fakeBackend, process } from '../testing/fakeBackend';
import { fakeTemplates } from '../testing/fakeTemplates';
import { giveLayout } from '../testing/giveLayout';
import { AnnotationQueryEditor } from './AnnotationQueryEditor';

// Icons are fetched, and are there some time after the test.
jest.mock('react-inlinesvg', () => ({ __esModule: true, default: () => null }));

beforeAll(giveLayout);

const uploads = process({
  type: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labels: { service_name: 'cart' },
  from: 0,
  to: 60_000,
  every: 15_000,
  picture: 'main 1',
});

function show(query: Partial<ProfilesQuery>) {
  const changes: ProfilesQuery[] = [];
  const datasource = new ProfilesDataSource(
    { jsonData: {}, url: '', uid: 'p' } as DataSourceInstanceSettings<ProfilesOptions>,
    { client: fakeBackend(uploads).client, templates: fakeTemplates({}), now: () => 60_000 }
  );
  render(
    <AnnotationQueryEditor
      datasource={datasource}
      query={{ refId: 'Anno', ...query }}
      onChange={(next) => changes.push(next)}
      onRunQuery={() => undefined}
    />
  );
  return { changes, user: userEvent.setup() };
}

test('what is marked, and of which type, is chosen', async () => {
  const { changes, user } = show({ labelSelector: '{service_name="cart"}' });
  await user.click(screen.getByRole('combobox', { name: 'Mark' }));
  await user.click(await screen.findByRole('option', { name: /^Steps/ }));
  await user.click(screen.getByRole('combobox', { name: 'Profile type' }));
  await user.click(await screen.findByRole('option', { name: /^CPU/ }));
  expect(changes).toEqual([
    { refId: 'Anno', labelSelector: '{service_name="cart"}', queryType: 'metrics', marks: 'steps' },
    expect.objectContaining({ profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds' }),
  ]);
});

test('throttling is of a tenant, so there is nothing to group', () => {
  show({ marks: 'throttling' });
  expect(screen.queryByText('Group by')).toBeNull();
});
