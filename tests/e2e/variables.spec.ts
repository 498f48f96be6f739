import type { Page } from '@playwright/test';
import { PANEL_ID } from '../../src/pluginIds';
import { profileIn } from './profile';
import { CPU, expect, panelOf, SERVICE, test } from './test';

const field = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const preview = (page: Page) => page.getByTestId('data-testid Variable editor Preview of Values option');

/** A variable of our data source as it is saved. */
function variable(name: string, datasource: object, query: object, more: object = {}): object {
  return {
    name,
    type: 'query',
    datasource,
    query: { refId: name, ...query },
    refresh: 2,
    sort: 1,
    current: { text: '', value: '' },
    options: [],
    ...more,
  };
}

test('a variable of services, types, labels, values or functions is made in the editor of variables', async ({
  dataSource,
  openDashboard,
  page,
}) => {
  const service = variable(
    'service',
    dataSource,
    { type: 'service' },
    { current: { text: 'checkout', value: 'checkout' } }
  );
  const fresh = variable('fresh', dataSource, { type: 'service' });
  await openDashboard({ variables: [service, fresh] }, { editview: 'variables', editIndex: '1' });
  await expect(field(page, 'List')).toHaveValue('Services');
  await expect(preview(page).filter({ hasText: /^checkout$/ })).toBeVisible();

  const list = async (what: string) => {
    await field(page, 'List').click();
    await page.getByRole('option', { name: what }).click();
  };
  await list('Profile types');
  await expect(preview(page).filter({ hasText: /^Wall time$/ })).toBeVisible();
  await list('Label names');
  await expect(preview(page).filter({ hasText: /^endpoint$/ })).toBeVisible();

  // One variable narrows the next.
  await list('Label values');
  await field(page, 'Label').click();
  await page.getByRole('option', { name: 'endpoint', exact: true }).click();
  await field(page, 'Labels').fill('{service_name="$service"}');
  await field(page, 'Labels').press('Escape');
  await field(page, 'Labels').press('Enter');
  await expect(preview(page).filter({ hasText: /^\/quote$/ })).toBeVisible();

  await list('Functions');
  await expect(preview(page).filter({ hasText: /convertCurrency/ })).toBeVisible();
  await page.getByRole('textbox', { name: 'Name contains' }).fill('^no such function$');
  await page.getByRole('textbox', { name: 'Name contains' }).press('Enter');
  await expect(preview(page)).toHaveCount(0);
});

test('one variable narrows the next, and several values and All are right in a query', async ({
  dataSource,
  openDashboard,
  page,
}) => {
  const service = variable(
    'service',
    dataSource,
    { type: 'service' },
    { current: { text: 'checkout', value: 'checkout' } }
  );
  const endpoint = variable(
    'endpoint',
    dataSource,
    { type: 'labelValue', labelName: 'endpoint', labelSelector: '{service_name="$service"}' },
    { multi: true, includeAll: true, current: { text: ['All'], value: ['$__all'] } }
  );
  const query = {
    refId: 'A',
    datasource: dataSource,
    queryType: 'metrics',
    profileTypeId: CPU,
    labelSelector: '{service_name="$service", endpoint="$endpoint"}',
    groupBy: ['endpoint'],
  };
  await openDashboard({ variables: [service, endpoint], panels: [panelOf('timeseries', 'Endpoints', 0, [query])] });
  const legend = page.getByRole('region', { name: 'Endpoints' }).getByRole('button', { name: /^\/\w+$/ });
  await expect(legend).not.toHaveCount(0);
  const all = await legend.allInnerTexts();
  expect(all.length).toBeGreaterThan(2);

  await page.goto(`${page.url().split('?')[0]}?var-endpoint=/quote&var-endpoint=/pay`);
  await expect(legend).toHaveCount(2);
  expect((await legend.allInnerTexts()).sort()).toEqual(['/pay', '/quote']);
});

test('ad hoc filters offer labels and values, and are added to what the query says', async ({
  dataSource,
  openDashboard,
  page,
}) => {
  const filters = { name: 'filters', type: 'adhoc', datasource: dataSource, filters: [], baseFilters: [] };
  const query = { refId: 'A', datasource: dataSource, queryType: 'both', profileTypeId: CPU, labelSelector: SERVICE };
  await openDashboard({ variables: [filters], panels: [panelOf(PANEL_ID, 'CPU', 0, [query])] });
  const { currentNode } = profileIn(page);
  await expect(currentNode).toHaveText(/^Whole profile, total /);
  const whole = (await currentNode.textContent())!;

  const filter = page.getByRole('combobox', { name: /Filter by label values|Edit filter/ }).first();
  await filter.click();
  await page.getByRole('option', { name: 'endpoint', exact: true }).click();
  await page.getByRole('option', { name: /^=\s*Equals/ }).click();
  await page.getByRole('option', { name: '/quote', exact: true }).click();
  // The list that offers the next filter hides the rest of the page from a screen reader.
  await page.keyboard.press('Escape');
  await expect(currentNode).toHaveText(/^Whole profile, total /);
  await expect(currentNode).not.toHaveText(whole);
  await expect(page).toHaveURL((url) => url.searchParams.get('var-filters') === 'endpoint|=|/quote');
});
