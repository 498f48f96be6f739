import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { giveLayout } from '../testing/giveLayout';
import { ConfigEditor } from './ConfigEditor';
import type { ProfilesSettings } from './httpHeaders';

beforeAll(giveLayout);

/** The settings in a page that takes over what is changed. */
async function show(settings: Partial<ProfilesSettings> = {}) {
  const seen = {
    options: { url: '', jsonData: {}, secureJsonFields: {}, readOnly: false, ...settings } as ProfilesSettings,
  };
  function Page() {
    const [options, setOptions] = useState(seen.options);
    return (
      <ConfigEditor
        options={options}
        onOptionsChange={(next) => {
          seen.options = next;
          setOptions(next);
        }}
      />
    );
  }
  render(<Page />);
  await screen.findByText('Connection', undefined, { timeout: 20_000 });
  return { seen, user: userEvent.setup() };
}

test('address and tenant are typed, and the tenant goes where secrets go', async () => {
  const { seen, user } = await show();
  await user.type(screen.getByLabelText('Data source connection URL'), 'http://pyroscope:4040');
  await user.type(screen.getByLabelText('Tenant'), 'team-a');
  expect(seen.options.url).toBe('http://pyroscope:4040');
  expect(seen.options.jsonData).toEqual({ httpHeaderName1: 'X-Scope-OrgID' });
  expect(seen.options.secureJsonData).toEqual({ httpHeaderValue1: 'team-a' });
});

test('a tenant that is saved is not shown, and can be reset', async () => {
  const { seen, user } = await show({
    jsonData: { httpHeaderName1: 'X-Scope-OrgID' },
    secureJsonFields: { httpHeaderValue1: true },
  });
  expect(screen.getByDisplayValue('configured')).toBeDisabled();
  await user.click(screen.getByRole('button', { name: 'Reset' }));
  expect(seen.options.secureJsonFields).toEqual({ httpHeaderValue1: false });
  expect(seen.options.jsonData).toEqual({});
});

test('the tenant is not among the other headers', async () => {
  await show({
    jsonData: { httpHeaderName1: 'X-Scope-OrgID', httpHeaderName2: 'X-Token' },
    secureJsonFields: { httpHeaderValue1: true, httpHeaderValue2: true },
  });
  expect(screen.getAllByPlaceholderText('X-Custom-Header').map((input) => (input as HTMLInputElement).value)).toEqual([
    'X-Token',
  ]);
});

test('basic authentication is offered, and credentials of the browser are not', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('combobox', { name: /Authentication method/ }));
  expect(await screen.findByText('Basic authentication')).toBeInTheDocument();
  expect(screen.getByText('Forward OAuth Identity')).toBeInTheDocument();
  expect(screen.queryByText(/Enable cross-site/i)).not.toBeInTheDocument();
});

test('the default profile type is chosen by its name', async () => {
  const { seen, user } = await show();
  await user.click(screen.getByRole('combobox', { name: 'Default profile type' }));
  await user.click((await screen.findAllByRole('option', { name: /CPU samples/ }))[0]);
  expect(seen.options.jsonData.defaultProfileType).toMatch(/samples/);
});
