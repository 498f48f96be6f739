import { expect, test } from '@grafana/plugin-e2e';
import { DATA_SOURCE_ID } from '../../src/pluginIds';

test('"Save & test" says that the backend works, and what it holds', async ({
  gotoDataSourceConfigPage,
  readProvisionedDataSource,
}) => {
  const { uid } = await readProvisionedDataSource({ fileName: 'pyrolens.yaml' });
  const settings = await gotoDataSourceConfigPage(uid);
  await settings.saveAndTest({ path: `/api/datasources/proxy/uid/${uid}/` });
  await expect(settings).toHaveAlert('success', {
    hasText: /The backend works: \d+ services? with \d+ profile types?/,
  });
});

test('an address where nothing listens is told from a backend that refuses', async ({
  createDataSource,
  gotoDataSourceConfigPage,
  grafanaAPIClient,
}) => {
  // The discard port: nothing listens there.
  const { uid } = await createDataSource({ type: DATA_SOURCE_ID, name: 'Pyrolens nowhere', url: 'http://127.0.0.1:9' });
  const settings = await gotoDataSourceConfigPage(uid);
  await settings.saveAndTest({ path: `/api/datasources/proxy/uid/${uid}/` });
  await expect(settings).toHaveAlert('error', { hasText: /cannot be reached/ });
  await grafanaAPIClient.deleteDataSourceByUID(uid);
});
