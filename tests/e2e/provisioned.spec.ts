import { profileIn } from './profile';
import { expect, test } from './test';

for (const fileName of ['profiles.json', 'compared.json']) {
  test(`every panel of ${fileName} draws, and none has an error`, async ({
    gotoDashboardPage,
    page,
    readProvisionedDashboard,
  }) => {
    // High enough that Grafana loads all of its panels.
    await page.setViewportSize({ width: 1600, height: 2000 });
    const dashboard = await readProvisionedDashboard({ fileName });
    await gotoDashboardPage({ ...dashboard, timeRange: { from: 'now-15m', to: 'now' } });
    await expect(profileIn(page.getByRole('region', { name: /^CPU of checkout/ }).first()).flameGraph).toBeVisible();
    const panels = page.getByRole('main').getByRole('region');
    for (const panel of await panels.all()) {
      await expect(
        panel.getByRole('tree').or(panel.locator('canvas')).or(panel.getByRole('grid')).first()
      ).toBeVisible();
    }
    await expect(page.getByTestId(/Panel status error/)).toHaveCount(0);
    await expect(page.getByText('No data', { exact: true })).toHaveCount(0);
  });
}
