import { expect, test } from '@grafana/plugin-e2e';
import { profileIn } from './profile';

test('a query in Explore shows timeline and flame graph together, in our panel', async ({
  explorePage,
  page,
  readProvisionedDataSource,
}) => {
  const { type, uid } = await readProvisionedDataSource({ fileName: 'pyrolens.yaml' });
  const query = {
    refId: 'A',
    datasource: { type, uid },
    queryType: 'both',
    labelSelector: '{service_name="checkout"}',
  };
  const panes = { one: { datasource: uid, queries: [query], range: { from: 'now-15m', to: 'now' } } };
  await explorePage.goto({
    queryParams: new URLSearchParams({ schemaVersion: '1', orgId: '1', panes: JSON.stringify(panes) }),
  });
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
  await page.getByRole('combobox', { name: 'Service' }).click();
  await page.getByRole('option', { name: 'checkout', exact: true }).click();
  await expect(profileIn(page).flameGraph).toBeVisible();
  await expect(page.getByRole('button', { name: /^CPU of checkout/ })).toBeVisible();
});
