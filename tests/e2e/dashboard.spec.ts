import { profileIn } from './profile';
import { expect, test } from './test';

test.beforeEach(async ({ gotoDashboardPage, page, readProvisionedDashboard }) => {
  const dashboard = await readProvisionedDashboard({ fileName: 'profiles.json' });
  // Short, so that a demo service that was started just now fills a good part of it.
  const dashboardPage = await gotoDashboardPage({ ...dashboard, timeRange: { from: 'now-5m', to: 'now' } });
  await expect(profileIn(dashboardPage.getPanelByTitle('CPU of checkout').locator).flameGraph).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
});

test('the panel of a dashboard shows the timeline and the flame graph of one query', async ({ page }) => {
  const { currentNode, flameGraph, timeline } = profileIn(page.getByRole('region', { name: 'CPU of checkout' }));
  await expect(timeline).toBeVisible();
  await flameGraph.focus();
  await page.keyboard.press('ArrowDown');
  await expect(currentNode).toContainText('of the profile');
});

test('dragging over the timeline shows that range alone, and a click brings the whole back', async ({ page }) => {
  const { currentNode, flameGraph, selectedRange, timeline } = profileIn(
    page.getByRole('region', { name: 'CPU of checkout' })
  );
  await flameGraph.focus();
  const whole = await currentNode.textContent();

  const plot = (await timeline.boundingBox())!;
  await page.mouse.move(plot.x + plot.width * 0.5, plot.y + plot.height / 2);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width * 0.9, plot.y + plot.height / 2, { steps: 8 });
  await page.mouse.up();
  await expect(selectedRange).toBeVisible();
  await flameGraph.focus();
  await expect(currentNode).not.toHaveText(whole!);

  await selectedRange.getByRole('button', { name: 'Clear' }).click();
  await expect(selectedRange).toBeHidden();
});

test('a function is found by its name', async ({ page }) => {
  const { flameGraph, search } = profileIn(page.getByRole('region', { name: 'CPU of checkout' }));
  // The key works where there is no room for the field, too.
  await flameGraph.press('/');
  await search.fill('priceCart');
  await expect(page.getByRole('button', { name: 'Next match' })).toBeVisible();
});
