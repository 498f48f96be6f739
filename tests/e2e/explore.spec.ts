import type { Page } from '@playwright/test';
import { profileIn } from './profile';
import { CPU, expect, SERVICE, test } from './test';

interface Pane {
  readonly datasource: string;
  readonly queries: readonly object[];
  readonly range?: { from: string; to: string };
}

function explore(page: Page, ...panes: Pane[]) {
  const named = panes.map((pane, i) => [`pane${i}`, { range: { from: 'now-15m', to: 'now' }, ...pane }] as const);
  const parameters = { schemaVersion: '1', orgId: '1', panes: JSON.stringify(Object.fromEntries(named)) };
  return page.goto(`/explore?${new URLSearchParams(parameters)}`);
}

const mode = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });
const field = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });

test('a query in Explore shows timeline and flame graph together, in our panel', async ({ dataSource, page }) => {
  const query = { refId: 'A', datasource: dataSource, queryType: 'both', labelSelector: SERVICE };
  await explore(page, { datasource: dataSource.uid, queries: [query] });
  const { flameGraph, timeline } = profileIn(page);
  await expect(flameGraph).toHaveCount(1);
  await expect(flameGraph).toBeVisible();
  await expect(timeline).toBeVisible();
});

test('somebody who knows no ids picks a service in Explore and sees its CPU', async ({
  explorePage,
  page,
  readProvisionedDataSource,
}) => {
  const { name } = await readProvisionedDataSource({ fileName: 'pyrolens.yaml' });
  await explorePage.datasource.set(name);
  await field(page, 'Service').click();
  await page.getByRole('option', { name: 'checkout', exact: true }).click();
  await expect(profileIn(page).flameGraph).toBeVisible();
  await expect(page.getByRole('application', { name: /^CPU of checkout/ })).toBeVisible();
});

test('what is built is read as code, changed there, run by keyboard, and shown in the builder again', async ({
  dataSource,
  page,
}) => {
  const query = { refId: 'A', datasource: dataSource, profileTypeId: CPU, labelSelector: SERVICE };
  await explore(page, { datasource: dataSource.uid, queries: [query] });
  await page.getByRole('button', { name: 'Add a label' }).click();
  await field(page, 'Label').click();
  await page.getByRole('option', { name: 'endpoint', exact: true }).click();
  await field(page, 'Operator of endpoint').click();
  await page.getByRole('option', { name: /^in\b/ }).click();
  await field(page, 'Values of endpoint').click();
  await page.getByRole('option', { name: '/pay', exact: true }).click();
  await page.getByRole('option', { name: '/quote', exact: true }).click();
  await page.keyboard.press('Escape');

  await mode(page, 'Code').click();
  const code = field(page, 'Query');
  await expect(code).toHaveValue(`${CPU}{service_name="checkout", endpoint=~"/pay|/quote"}`);
  await code.fill(`${CPU}{service_name="checkout", endpoint!="/pay"}`);
  await page.keyboard.press('Escape');
  await code.press('Shift+Enter');
  await expect(page).toHaveURL((url) => url.searchParams.get('panes')!.includes('endpoint!='));
  await expect(profileIn(page).flameGraph).toBeVisible();

  await mode(page, 'Builder').click();
  await expect(field(page, 'Operator of endpoint')).toHaveValue('!=');
  await expect(field(page, 'Value of endpoint')).toHaveValue('/pay');
});

test('an example runs at a click, and the history says in words what was asked', async ({ dataSource, page }) => {
  await explore(page, { datasource: dataSource.uid, queries: [{ refId: 'A', datasource: dataSource }] });
  await page.getByRole('button', { name: 'Show data source help' }).click();
  await page.getByRole('button', { name: 'Which functions of checkout are the largest?' }).click();
  await expect(page.getByRole('columnheader', { name: 'Self share' })).toBeVisible();

  await page.getByRole('button', { name: 'Query history' }).click();
  await expect(page.getByText(/^Functions: CPU \{service_name="checkout"\}, top \d+$/).first()).toBeVisible();
});

test('a selected range becomes the time range, and the browser leads back', async ({ dataSource, page }) => {
  const query = { refId: 'A', datasource: dataSource, queryType: 'both', profileTypeId: CPU, labelSelector: SERVICE };
  await explore(page, { datasource: dataSource.uid, queries: [query] });
  const { flameGraph, selectedRange, timeline } = profileIn(page);
  await expect(flameGraph).toBeVisible();
  const plot = (await timeline.boundingBox())!;
  await page.mouse.move(plot.x + plot.width * 0.4, plot.y + plot.height / 3);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width * 0.6, plot.y + plot.height / 3, { steps: 8 });
  await page.mouse.up();
  const [selected] = (await selectedRange.innerText()).split(' (');
  await page.getByRole('button', { name: 'Make it the time range' }).click();
  await expect(timeline).toHaveAccessibleName(`CPU of checkout, ${selected}`);
  await expect(selectedRange).toBeHidden();
  await page.goBack();
  await expect(timeline).not.toHaveAccessibleName(`CPU of checkout, ${selected}`);
});

test('two queries side by side have a flame graph each', async ({ dataSource, page }) => {
  await page.setViewportSize({ width: 1600, height: 1000 });
  const query = { refId: 'A', datasource: dataSource, queryType: 'both', labelSelector: SERVICE, profileTypeId: CPU };
  await explore(page, { datasource: dataSource.uid, queries: [query] });
  await expect(profileIn(page).flameGraph).toBeVisible();
  await page.getByRole('button', { name: 'Split the pane' }).click();
  await expect(profileIn(page).flameGraph).toHaveCount(2);

  // What is done on one side leaves the other as it is.
  const [left, right] = [profileIn(page).flameGraph.first(), profileIn(page).flameGraph.last()];
  await left.focus();
  await page.keyboard.press('ArrowDown');
  await expect(left.getByRole('treeitem')).not.toHaveText(/^Whole profile/);
  await expect(right.getByRole('treeitem')).toHaveText(/^Whole profile/);
});

for (const { name, type, query } of [
  { name: 'Loki', type: 'loki', query: { expr: '{service_name="checkout", nobody_knows="it"} |= "error"' } },
  { name: 'Prometheus', type: 'prometheus', query: { expr: 'sum(rate(requests_total{service="checkout"}[5m]))' } },
]) {
  test.describe(`from ${name}`, () => {
    test.use({ backendFails: true });

    test('its labels that profiles have come along', async ({
      createDataSource,
      dataSource,
      explorePage,
      grafanaAPIClient,
      page,
      readProvisionedDataSource,
    }) => {
      const other = await createDataSource({ type, name: `${name} of the shop`, url: 'http://127.0.0.1:9' });
      const asked = { refId: 'A', datasource: { type, uid: other.uid }, ...query };
      await explore(page, { datasource: other.uid, queries: [asked] });
      await expect(page.getByText(`(${other.name})`)).toBeVisible();
      const { name: ours } = await readProvisionedDataSource({ fileName: 'pyrolens.yaml' });
      await explorePage.datasource.set(ours);
      await expect(field(page, 'Service')).toHaveValue('checkout');
      await expect(page).toHaveURL((url) => url.searchParams.get('panes')!.includes(dataSource.uid));
      expect(new URL(page.url()).searchParams.get('panes')).not.toContain('nobody_knows');
      await grafanaAPIClient.deleteDataSourceByUID(other.uid);
    });
  });
}
