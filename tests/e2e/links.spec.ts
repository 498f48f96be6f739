import type { Locator, Page } from '@playwright/test';
import { PANEL_ID } from '../../src/pluginIds';
import { profileIn } from './profile';
import { CPU, expect, panelOf, SERVICE, test } from './test';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a link copied from a panel of a dashboard that repeats opens with what its sender saw of it alone', async ({
  context,
  dataSource,
  openDashboard,
  page,
}) => {
  const endpoint = {
    name: 'endpoint',
    type: 'custom',
    query: '/pay,/quote',
    multi: true,
    current: { text: ['/pay', '/quote'], value: ['/pay', '/quote'] },
    options: [],
  };
  const labelSelector = '{service_name="checkout", endpoint="$endpoint"}';
  const query = { refId: 'A', datasource: dataSource, queryType: 'both', profileTypeId: CPU, labelSelector };
  const repeat = { repeat: 'endpoint', repeatDirection: 'h', gridPos: { x: 0, y: 0, w: 24, h: 16 } };
  await page.setViewportSize({ width: 1600, height: 1000 });
  await openDashboard({ variables: [endpoint], panels: [panelOf(PANEL_ID, 'CPU of $endpoint', 0, [query], repeat)] });
  const panel = (of: Page, name: string) => of.getByRole('region', { name: `CPU of ${name}` });
  await expect(profileIn(panel(page, '/pay')).flameGraph).toBeVisible();
  const link = await chooseAndCopy(page, panel(page, '/quote'));
  const sent = await seenIn(panel(page, '/quote'));
  expect(link).toMatch(/[?&]from=\d{13}&to=\d{13}(&|$)/);

  const reader = await context.newPage();
  await reader.setViewportSize({ width: 1600, height: 1000 });
  await reader.goto(link);
  await expect(profileIn(panel(reader, '/quote')).selectedRange).toBeVisible();
  await expect.poll(() => seenIn(panel(reader, '/quote'))).toEqual(sent);
  const other = profileIn(panel(reader, '/pay'));
  await expect(other.currentNode).toHaveText(/^Whole profile/);
  await expect(other.selectedRange).toBeHidden();
});

test('a link copied in Explore opens with what its sender saw', async ({ context, dataSource, page }) => {
  const query = { refId: 'A', datasource: dataSource, queryType: 'both', profileTypeId: CPU, labelSelector: SERVICE };
  const panes = { abc: { datasource: dataSource.uid, queries: [query], range: { from: 'now-15m', to: 'now' } } };
  await page.goto(`/explore?${new URLSearchParams({ schemaVersion: '1', orgId: '1', panes: JSON.stringify(panes) })}`);
  const link = await chooseAndCopy(page, page.locator('body'));
  const sent = await seenIn(page.locator('body'));

  const reader = await context.newPage();
  await reader.goto(link);
  await expect(profileIn(reader).selectedRange).toBeVisible();
  await expect.poll(() => seenIn(reader.locator('body'))).toEqual(sent);
});

test('from a function on a dashboard the way leads to Explore, where the same is seen', async ({
  dataSource,
  openDashboard,
  page,
}) => {
  const query = { refId: 'B', datasource: dataSource, queryType: 'both', profileTypeId: CPU, labelSelector: SERVICE };
  await openDashboard({ panels: [panelOf(PANEL_ID, 'CPU', 0, [query])] });
  const panel = page.getByRole('region', { name: 'CPU' });
  const { currentNode, flameGraph, selectedRange, timeline } = profileIn(panel);
  await expect(flameGraph).toBeVisible();
  await selectPart(page, timeline);
  const sent = (await selectedRange.innerText()).split('(')[0];
  await flameGraph.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(currentNode).toContainText('100% of the focus');
  const node = await currentNode.innerText();
  await page.keyboard.press('Shift+F10');
  await page.getByRole('link', { name: 'Open in Explore' }).click();
  await expect(page).toHaveURL(/\/explore/);
  await expect(page.getByRole('combobox', { name: 'Query type' })).toBeVisible();
  const there = profileIn(page);
  await expect(there.selectedRange).toContainText(sent);
  await expect(there.currentNode).toHaveText(node);
});

/** Selects a range, zooms into a function, searches, and copies the link to that. */
async function chooseAndCopy(page: Page, panel: Locator): Promise<string> {
  const { currentNode, flameGraph, search, selectedRange, timeline } = profileIn(panel);
  await selectPart(page, timeline);
  await expect(selectedRange).toBeVisible();
  await flameGraph.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(currentNode).toContainText('100% of the focus');
  await page.keyboard.press('/');
  await search.fill('service');
  await expect(panel.getByRole('button', { name: 'Next match' })).toBeVisible();

  await panel.getByRole('button', { name: 'How it is drawn' }).click();
  await page.getByRole('menuitem', { name: 'Copy link to this view' }).click();
  await expect(page.getByText('Link copied', { exact: true })).toBeVisible();
  return page.evaluate(() => navigator.clipboard.readText());
}

async function selectPart(page: Page, timeline: Locator): Promise<void> {
  await expect(timeline).toBeVisible();
  const plot = (await timeline.boundingBox())!;
  await page.mouse.move(plot.x + plot.width * 0.4, plot.y + plot.height / 3);
  await page.mouse.down();
  await page.mouse.move(plot.x + plot.width * 0.7, plot.y + plot.height / 3, { steps: 8 });
  await page.mouse.up();
}

/** Times without the words for how long ago they are. */
async function seenIn(panel: Locator) {
  const { currentNode, search, selectedRange } = profileIn(panel);
  return {
    node: await currentNode.innerText(),
    search: await search.inputValue(),
    selected: (await selectedRange.innerText()).split('(')[0],
  };
}
