import { expect, panelOf, SERVICE, CPU, test } from './test';

test('spikes are marked by an annotation query that is made in the editor of annotations', async ({
  dataSource,
  openDashboard,
  page,
}) => {
  const query = {
    refId: 'A',
    datasource: dataSource,
    queryType: 'metrics',
    profileTypeId: CPU,
    labelSelector: SERVICE,
  };
  const spikes = {
    name: 'Spikes',
    enable: true,
    iconColor: 'orange',
    datasource: dataSource,
    target: { refId: 'Anno', datasource: dataSource, queryType: 'metrics', labelSelector: SERVICE },
  };
  await openDashboard(
    { annotations: [spikes], panels: [panelOf('timeseries', 'CPU', 0, [query])] },
    // The first is Grafana's own.
    { editview: 'annotations', editIndex: '1', from: 'now-1h', to: 'now' }
  );
  const marks = page.getByRole('combobox', { name: 'Mark', exact: true });
  await expect(marks).toHaveValue('Spikes');
  await page.getByTestId('data-testid annotations-test-button').click();
  const result = page.getByTestId('data-testid annotations-query-result-container');
  await expect(result).toContainText(/\d+ events?/);

  await marks.click();
  await page.getByRole('option', { name: /^Steps/ }).click();
  await expect(marks).toHaveValue('Steps');
  await marks.click();
  await page.getByRole('option', { name: /^Spikes/ }).click();

  await page.getByRole('button', { name: 'Back to dashboard' }).click();
  await expect(page.getByTestId('data-testid annotation-marker').first()).toBeVisible();
});
