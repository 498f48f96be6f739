import { APP_ID } from '../../src/pluginIds';
import { profileIn } from './profile';
import { expect, test } from './test';

test("the app opens on the first service's CPU, and its address says so", async ({ gotoAppPage, page }) => {
  await gotoAppPage({ pluginId: APP_ID, path: 'explore' });
  await expect(page.getByRole('heading', { name: 'Explore profiles' })).toBeVisible();
  const { flameGraph, timeline } = profileIn(page);
  await expect(flameGraph).toBeVisible();
  await expect(timeline).toBeVisible();
  await expect(page).toHaveURL(/var-service=checkout/);
  await expect(page).toHaveURL(/var-type=wall:cpu/);
});

test('another profile type is chosen by its name', async ({ gotoAppPage, page }) => {
  await gotoAppPage({ pluginId: APP_ID, path: 'explore?var-service=checkout' });
  await expect(profileIn(page).flameGraph).toBeVisible();
  await page.getByRole('combobox', { name: 'Profile type' }).click();
  await page.getByRole('option', { name: 'Wall time', exact: true }).click();
  await expect(page).toHaveURL(/var-type=wall:wall/);
  await expect(page.getByRole('heading', { name: 'Wall time of checkout' })).toBeVisible();
  await expect(profileIn(page).flameGraph).toBeVisible();
});

test('a link to a service that has sent nothing says so', async ({ gotoAppPage, page }) => {
  await gotoAppPage({ pluginId: APP_ID, path: 'explore?var-service=no-such-service' });
  await expect(page.getByText('No profiles of no-such-service in this time range')).toBeVisible();
});
