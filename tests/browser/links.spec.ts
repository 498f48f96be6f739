import type { Page } from '@playwright/test';
import { ProfilePanel } from './profilePanel';
import { expect, test } from './test';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a copied link opens with the times, range, filters, zoom, search and view that its sender saw', async ({
  page,
  panel,
  context,
}) => {
  await page.goto('/');
  await panel.isDrawn();
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Only my code' }).click();
  await panel.drag(0.4, 0.7);
  await expect(panel.selection).toBeVisible();
  const place = await panel.pointAt('main.handleOrder');
  await page.mouse.click(place.x, place.y);
  await page.getByRole('radio', { name: 'Flame graph', exact: true }).click({ force: true });
  await panel.search.getByRole('textbox').fill('hash');
  await expect(panel.search.getByRole('status')).toHaveText(/^\d+ · /);
  const sent = await seenIn(panel);
  expect(sent.filters).toEqual(['Only my code']);
  expect(sent.focus).toBe('main.handleOrder');

  await page.getByRole('button', { name: 'How it is drawn' }).click();
  await page.getByRole('menuitem', { name: 'Copy link to this view' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await clipboardOf(page);
  expect(link).toMatch(/[?&]from=\d{13}&to=\d{13}(&|$)/);

  const reader = await context.newPage();
  await reader.goto(link);
  const shown = new ProfilePanel(reader);
  await expect(shown.selection).toBeVisible();
  await expect.poll(() => seenIn(shown)).toEqual(sent);
});

test('what is no link of ours leaves the panel as it is', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  await page.getByRole('button', { name: 'How it is drawn' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Bottom-up' }).click();
  await page.getByRole('button', { name: 'How it is drawn' }).click();
  await page.getByRole('menuitem', { name: 'Copy link to this view' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = new URL(await clipboardOf(page));
  const [parameter] = [...link.searchParams.keys()].filter((name) => name.startsWith('pyrolens-'));
  for (const bad of ['1.e30x', '9.e30', '%F0%9F', '']) {
    link.searchParams.set(parameter, bad);
    await page.goto(link.href);
    await panel.isDrawn();
  }
});

/** What somebody sees of the panel, times in full. */
async function seenIn(panel: ProfilePanel) {
  const { page } = panel;
  return {
    selected: (await panel.selection.innerText()).split('(')[0],
    filters: await page.getByRole('group', { name: 'Filters' }).getByRole('listitem').allInnerTexts(),
    focus: await panel.path.locator('[aria-current]').innerText(),
    search: await panel.search.getByRole('textbox').inputValue(),
    found: await panel.search.getByRole('status').innerText(),
    hasTable: await page.getByRole('grid', { name: 'Functions' }).isVisible(),
    node: await panel.spoken.innerText(),
  };
}

function clipboardOf(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}
