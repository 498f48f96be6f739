import { PANEL_ID } from '../../src/pluginIds';
import { profileIn } from './profile';
import { CPU, expect, panelOf, SERVICE, test } from './test';

test("a panel's query is edited as text and by fields, and saved with the dashboard", async ({
  dataSource,
  openDashboard,
  page,
  request,
}) => {
  const query = { refId: 'A', datasource: dataSource, queryType: 'both', profileTypeId: CPU, labelSelector: SERVICE };
  const uid = await openDashboard({ panels: [panelOf(PANEL_ID, 'CPU', 0, [query])] }, { editPanel: '1' });
  await expect(profileIn(page).flameGraph).toBeVisible();
  await page.getByRole('radio', { name: 'Code', exact: true }).click();
  const code = page.getByRole('combobox', { name: 'Query', exact: true });
  await expect(code).toHaveValue(`${CPU}${SERVICE}`);
  await code.fill(`${CPU}{service_name="checkout", endpoint="/quote"}`);
  await page.keyboard.press('Escape');
  await code.press('Shift+Enter');
  await expect(page.getByTestId('query preview')).toContainText('CPU of checkout');

  await page.getByRole('radio', { name: 'Builder', exact: true }).click();
  await expect(page.getByRole('combobox', { name: 'Value of endpoint' })).toHaveValue('/quote');
  await page.getByRole('combobox', { name: 'Query type' }).click();
  await page.getByRole('option', { name: /^Comparison/ }).click();
  await expect(page.getByText(/\(baseline\) compared with/)).toBeVisible();

  await page.getByTestId('data-testid Save dashboard button').click();
  await page.getByTestId('data-testid Save dashboard drawer button').click();
  await expect(async () => {
    const saved = (await (await request.get(`/api/dashboards/uid/${uid}`)).json()) as {
      dashboard: { panels: Array<{ targets: object[] }> };
    };
    expect(saved.dashboard.panels[0].targets[0]).toMatchObject({
      queryType: 'diff',
      profileTypeId: CPU,
      labelSelector: '{service_name="checkout", endpoint="/quote"}',
      baseline: { shift: '1d' },
    });
  }).toPass({ timeout: 20_000 });
});
