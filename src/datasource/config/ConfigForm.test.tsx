import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { giveLayout } from '../testing/giveLayout';
import { ConfigEditor } from './ConfigEditor';
import type { ProfilesSettings } from './httpHeaders';

// Typing takes long in a page this large, on a machine that does other things as well.
jest.setTimeout(30_000);
beforeAll(async () => {
  giveLayout();
  // Loading it takes longer than a test may.
  await import('./ConfigForm');
}, 60_000);

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
  await user.click(screen.getByLabelText('Data source connection URL'));
  await user.paste('http://pyroscope:4040');
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

const open = (title: string) => screen.findByRole('button', { name: `Expand section ${title}` });

test('a field that cannot be meant so is told in a sentence, and one that is mended is not', async () => {
  const { seen, user } = await show();
  await user.type(screen.getByLabelText('Shortest step'), '15');
  expect(screen.getByText(/with a unit/)).toBeInTheDocument();
  await user.type(screen.getByLabelText('Shortest step'), 's');
  expect(screen.queryByText(/with a unit/)).not.toBeInTheDocument();
  await user.type(screen.getByLabelText('Most nodes'), '2000000');
  expect(screen.getByText(/1 to 1,048,576\.$/)).toBeInTheDocument();
  await user.type(screen.getByLabelText('Tenant'), 'a b');
  expect(screen.getByText(/"a b" cannot be a tenant/)).toBeInTheDocument();
  expect(seen.options.jsonData).toMatchObject({ minStep: '15s', maxNodes: 2_000_000 });
});

test('an address that is none is told before anything is sent to it', async () => {
  const { user } = await show();
  await user.click(screen.getByLabelText('Data source connection URL'));
  await user.paste('pyroscope:4040');
  expect(screen.getByText(/begins with http:\/\/ or https:\/\//)).toBeInTheDocument();
});

test('several tenants are one header', async () => {
  const { seen, user } = await show();
  await user.type(screen.getByLabelText('Tenant'), 'team-a|team-b');
  expect(seen.options.secureJsonData).toEqual({ httpHeaderValue1: 'team-a|team-b' });
  expect(screen.queryByText(/cannot be a tenant|is empty/)).not.toBeInTheDocument();
});

test('limits and costs are saved as what they are, and what is emptied is not saved', async () => {
  const { seen, user } = await show({ jsonData: { longestRange: '7d' } });
  await user.click(await open('Limits'));
  await user.clear(screen.getByLabelText('Longest range'));
  await user.type(screen.getByLabelText('Look-back limit'), '30d');
  await user.click(screen.getByLabelText('Require a selector'));
  await user.click(await open('Costs'));
  await user.type(screen.getByLabelText('Core-hour'), '0.04');
  await user.type(screen.getByLabelText('Currency'), 'eur');
  expect(seen.options.jsonData).toEqual({
    lookBack: '30d',
    requiresSelector: true,
    coreHourCost: 0.04,
    currency: 'EUR',
  });
  await user.clear(screen.getByLabelText('Look-back limit'));
  await user.click(screen.getByLabelText('Require a selector'));
  await user.clear(screen.getByLabelText('Core-hour'));
  await user.clear(screen.getByLabelText('Currency'));
  expect(seen.options.jsonData).toEqual({});
});

test('a source link is shown at work while it is written', async () => {
  const { seen, user } = await show();
  await user.click(await open('Source code'));
  await user.click(screen.getByLabelText('Link template'));
  await user.paste('https://github.com/{service_repository}/blob/main/{path}#L{line}');
  expect(screen.getByText('https://github.com/acme/shop/blob/main/internal/cart/price.go#L42')).toBeInTheDocument();
  expect(seen.options.jsonData.sourceLinkTemplate).toContain('{path}');
  await user.clear(screen.getByLabelText('Link template'));
  await user.paste('javascript:alert(1)');
  expect(screen.getByText(/begins with http:\/\/ or https:\/\/ and a host/)).toBeInTheDocument();
});

test('what a file has set cannot be changed in the page', async () => {
  await show({ readOnly: true, jsonData: { maxNodes: 10, requiresSelector: true } });
  for (const name of ['Default selector', 'Shortest step', 'Most nodes', 'Tenant']) {
    expect(screen.getByLabelText(name)).toBeDisabled();
  }
});
