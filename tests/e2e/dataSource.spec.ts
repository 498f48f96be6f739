import { DATA_SOURCE_ID } from '../../src/pluginIds';
import { expect, test } from './test';

test('"Save & test" says that the backend works, what it holds and what it can do', async ({
  dataSource: { uid },
  gotoDataSourceConfigPage,
}) => {
  const settings = await gotoDataSourceConfigPage(uid);
  await settings.saveAndTest({ path: `/api/datasources/proxy/uid/${uid}/` });
  await expect(settings).toHaveAlert('success', {
    hasText:
      /The backend works: \d+ services? with \d+ profile types?.*heatmaps: \w+, exemplars: \w+.*It answers nothing from before \w+ ago/,
  });
});

test('what is wrong with a setting is said at its field, and what is right is kept', async ({
  createDataSource,
  dataSource,
  gotoDataSourceConfigPage,
  grafanaAPIClient,
  page,
  request,
}) => {
  const provisioned: unknown = await (await request.get(`/api/datasources/uid/${dataSource.uid}`)).json();
  const { uid } = await createDataSource({
    type: DATA_SOURCE_ID,
    name: 'Pyrolens of a team',
    url: (provisioned as { url: string }).url,
  });
  const settings = await gotoDataSourceConfigPage(uid);
  await page.getByLabel('Shortest step').fill('15');
  await expect(page.getByText('a number with a unit')).toBeVisible();
  await page.getByLabel('Shortest step').fill('30s');
  await expect(page.getByText('a number with a unit')).toBeHidden();
  await page.getByLabel('Default selector').fill('{service_name="checkout"}');
  await page.getByLabel('Most nodes').fill('2048');
  await page.getByLabel('Tenant', { exact: true }).fill('team-a|team-b');
  await settings.saveAndTest({ path: `/api/datasources/proxy/uid/${uid}/` });

  const saved: unknown = await (await request.get(`/api/datasources/uid/${uid}`)).json();
  expect(saved).toMatchObject({
    jsonData: {
      minStep: '30s',
      defaultLabelSelector: '{service_name="checkout"}',
      maxNodes: 2048,
      httpHeaderName1: 'X-Scope-OrgID',
    },
    secureJsonFields: { httpHeaderValue1: true },
  });
  expect(JSON.stringify(saved)).not.toContain('team-a');
  await grafanaAPIClient.deleteDataSourceByUID(uid);
});

test.describe('where nothing listens', () => {
  test.use({ backendFails: true });

  test('the address is told from a backend that refuses', async ({
    createDataSource,
    gotoDataSourceConfigPage,
    grafanaAPIClient,
  }) => {
    // The discard port.
    const { uid } = await createDataSource({
      type: DATA_SOURCE_ID,
      name: 'Pyrolens nowhere',
      url: 'http://127.0.0.1:9',
    });
    const settings = await gotoDataSourceConfigPage(uid);
    await settings.saveAndTest({ path: `/api/datasources/proxy/uid/${uid}/` });
    await expect(settings).toHaveAlert('error', { hasText: /cannot be reached/ });
    await grafanaAPIClient.deleteDataSourceByUID(uid);
  });
});
