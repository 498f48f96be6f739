import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { callTreeOfPprof } from '../../src/profile/pprof/callTreeOfPprof';
import { decodePprof } from '../../src/profile/pprof/decodePprof';
import { topTable } from '../../src/profile/topTable';
import { HOT_FUNCTION, SPIKE_FUNCTION } from '../../workbench/seed/seedProfiles';
import type { ProfilePanel } from './profilePanel';
import { expect, test } from './test';

/** Of the whole profile where only the quiet time is in it, 700 of 3500 ms of each upload are the collector's. */
const quietRange = (from: number) => `/?from=${from + 60_000}&to=${from + 240_000}`;

test('filters are chips: each can be turned off, moved, removed, and undone', async ({ page, panel, seeded }) => {
  await page.goto(quietRange(seeded.from));
  await panel.isDrawn();
  const whole = await panel.total();
  await chooseInMenu(page, panel, 'main.hashSession', 'Without stacks with it');
  const chips = page.getByRole('group', { name: 'Filters' });
  await expect(chips.getByRole('listitem')).toHaveText(['Without main.hashSession']);
  const left = chips.getByRole('status', { name: 'Left by filters' });
  // Of 3500 ms of each upload 1100 are its.
  await expect(left).toHaveText(/^68\.[56]% left$/);
  await expect.poll(() => panel.total()).toBeLessThan(whole * 0.7);

  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Only my code' }).click();
  await expect(chips.getByRole('listitem')).toHaveText(['Without main.hashSession', 'Only my code']);
  await chips.getByRole('button', { name: 'Only my code', exact: true }).press('Alt+ArrowLeft');
  await expect(chips.getByRole('listitem')).toHaveText(['Only my code', 'Without main.hashSession']);
  await chips.getByRole('button', { name: 'Remove filter Only my code' }).click();

  const chip = chips.getByRole('button', { name: 'Without main.hashSession', exact: true });
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'false');
  await expect.poll(() => panel.total()).toBe(whole);
  await panel.graph.focus();
  await page.keyboard.press('Control+z');
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('Control+z');
  }
  await expect(chips).toBeHidden();
  await page.keyboard.press('Control+Shift+Z');
  await expect(chips.getByRole('listitem')).toHaveText(['Without main.hashSession']);
});

test('a text or a regular expression filters, and says where it cannot be read', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  await panel.graph.focus();
  await page.keyboard.press('q');
  const form = page.getByRole('form', { name: 'Add filter' });
  const field = form.getByRole('textbox', { name: 'Functions' });
  await expect(field).toBeFocused();
  // Letters are text here, not commands.
  await field.pressSequentially('json');
  await expect(field).toHaveValue('json');
  await field.press('Enter');
  await expect(page.getByRole('group', { name: 'Filters' }).getByRole('listitem')).toHaveText([
    /Only stacks with .*json/,
  ]);
  await expect(panel.spoken).toHaveText(/^Whole profile/);
  await expect(form).toBeHidden();
});

test('the menu of a box leads to its callers and callees, and what is chosen there is chosen everywhere', async ({
  page,
  panel,
}) => {
  await page.goto('/');
  await panel.isDrawn();
  await chooseInMenu(page, panel, 'main.hashSession', 'Callers and callees');
  const middle = page.getByRole('group', { name: 'Function in the middle' });
  await expect(middle).toContainText('hashSession');
  await expect(page.getByRole('region', { name: 'Callers' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Callees' })).toBeVisible();
  await page.getByRole('radio', { name: 'Table' }).click({ force: true });
  await expect(page.getByRole('grid', { name: 'Functions' }).getByRole('row', { selected: true })).toContainText(
    'hashSession'
  );
});

test('the call tree is opened and read by keyboard', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  await panel.graph.focus();
  await page.keyboard.press('4');
  const tree = page.getByRole('treegrid', { name: 'Call tree' });
  await tree.focus();
  await page.keyboard.press('Home');
  const current = async () => {
    const id = await tree.getAttribute('aria-activedescendant');
    return page.locator(`[id="${id}"]`);
  };
  await expect(await current()).toContainText('total');
  await page.keyboard.press('ArrowDown');
  await expect(await current()).toContainText('main.main');
  await page.keyboard.press('ArrowLeft');
  await expect(await current()).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await expect(await current()).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Enter');
  await expect(await current()).toHaveAttribute('aria-selected', 'true');
});

test('keys lead from view to view, into the search and back, and never lose the keyboard', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  await panel.graph.focus();
  await page.keyboard.press('4');
  await expect(page.getByRole('treegrid', { name: 'Call tree' })).toBeFocused();
  await page.keyboard.press('5');
  const functions = page.getByRole('grid', { name: 'Functions' });
  await expect(functions).toBeFocused();
  await page.keyboard.press('2');
  await expect(functions).toBeFocused();
  await page.keyboard.press('/');
  const field = panel.search.getByRole('textbox');
  await expect(field).toBeFocused();
  await field.pressSequentially('^main\\.(h|p)');
  await panel.search.getByRole('button', { name: 'Regular expression' }).click();
  await expect(functions.getByRole('rowheader')).toHaveCount(3);
  await expect(panel.search.getByRole('status')).toHaveText(/^3 · \d/);
  await field.press('Escape');
  await field.press('Escape');
  await expect(functions).toBeFocused();
  await page.keyboard.press('1');
  await expect(panel.graph).toBeFocused();
});

test('a box that is zoomed into is chosen in the table and shown in the call tree', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  const at = await panel.pointAt('main.hashSession');
  await page.mouse.click(at.x, at.y);
  const selected = page.getByRole('row', { selected: true });
  await expect(selected).toContainText('main.hashSession');
  await panel.graph.focus();
  await page.keyboard.press('4');
  await expect(selected).toContainText('main.hashSession');
  await expect(selected).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByRole('group', { name: 'Function in the middle' })).toContainText('hashSession');
});

test('details tell where a function is and what it has, beside the picture', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  await chooseInMenu(page, panel, 'main.priceCart', 'Details');
  const details = page.getByRole('region', { name: 'Function details' });
  await expect(details).toContainText('main.priceCart');
  await details.getByRole('button', { name: /^Source lines/ }).click();
  await expect(details).toContainText('cart.go');
  await details.getByRole('button', { name: /^Share by label/ }).click();
  await expect(details.getByRole('combobox', { name: 'Label' })).toBeVisible();
  await details.getByRole('button', { name: 'Close details' }).click();
  await expect(details).toBeHidden();
  await expect(panel.graph).toBeFocused();
});

test('a spike that is compared with the rest shows what is new in it', async ({ page, panel, seeded }) => {
  const { from, to } = seeded.spike;
  await page.goto(`/?from=${from - 240_000}&to=${to + 240_000}`);
  await panel.isDrawn();
  await panel.drag(0.35, 0.68);
  await expect(panel.selection).toContainText('of ');
  await panel.selection.getByRole('button', { name: 'Compare with the rest' }).click();
  await expect(panel.selection).toContainText('compared with the rest of');
  await page.getByRole('radio', { name: 'Table' }).click({ force: true });
  await page.getByRole('textbox', { name: 'Search functions' }).fill('cosine');
  const row = page.getByRole('grid', { name: 'Functions' }).getByRole('row').filter({ hasText: 'cosineSimilarity' });
  await expect(row).toContainText('new');
  await panel.selection.getByRole('button', { name: 'Compare with the rest' }).click();
  await expect(panel.selection).not.toContainText('compared');
  await expect(row).not.toContainText('new');
  expect(SPIKE_FUNCTION).toContain('cosineSimilarity');
});

test('? lists the keys, which work in the view and not while a text is typed', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  await panel.graph.focus();
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys of the profile' });
  await expect(list).toContainText('Bottom-up or top-down');
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
  await panel.search.getByRole('textbox').fill('');
  await panel.search.getByRole('textbox').press('2');
  await expect(panel.graph).toBeVisible();
  await panel.search.getByRole('textbox').fill('');
  await panel.graph.focus();
  await page.keyboard.press('b');
  await expect.poll(() => firstRow(page, panel)).toBe(HOT_FUNCTION);
  await page.keyboard.press('2');
  await expect(page.getByRole('grid', { name: 'Functions' })).toBeVisible();
  await expect(panel.graph).toBeHidden();
});

test('what is seen is saved as a picture and as pprof', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  await chooseInMenu(page, panel, 'main.hashSession', 'Without stacks with it');
  await expect(page.getByRole('group', { name: 'Filters' })).toBeVisible();

  const svg = await saved(page, 'Picture (.svg)');
  expect(svg.name).toMatch(/^CPU of checkout .*\.svg$/);
  const text = svg.bytes.toString();
  expect(text).toContain('main.handleOrder');
  expect(text).not.toContain('hashSession');
  const png = await saved(page, 'Picture (.png)');
  for (const [type, { bytes }] of [
    ['image/svg+xml', svg],
    ['image/png', png],
  ] as const) {
    expect(await widthOf(page, type, bytes)).toBeGreaterThan(700);
  }

  const pprof = await saved(page, 'pprof (.pb.gz)');
  const tree = callTreeOfPprof(decodePprof(new Uint8Array(gunzipSync(pprof.bytes))), 0);
  const { names } = tree.functions;
  const { total } = topTable(tree);
  expect(total[names.indexOf('main.applyDiscounts')]).toBeGreaterThan(0);
  expect(total[names.indexOf('main.hashSession')] ?? 0).toBe(0);
});

test('a sandwich is saved as a picture of callers above and callees below', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  await chooseInMenu(page, panel, 'main.handleOrder', 'Callers and callees');
  await expect(page.getByRole('group', { name: 'Function in the middle' })).toContainText('handleOrder');
  const { bytes } = await saved(page, 'Picture (.svg)');
  expect(bytes.toString()).toMatch(/callers of main\.handleOrder[^]*callees of main\.handleOrder[^]*main\.priceCart/);
  expect(await widthOf(page, 'image/svg+xml', bytes)).toBeGreaterThan(700);
  const png = await saved(page, 'Picture (.png)');
  expect(await widthOf(page, 'image/png', png.bytes)).toBeGreaterThan(700);
});

test('a comparison is saved with both sides: as a table, for flamegraph.pl, for speedscope, and by side as pprof', async ({
  page,
  panel,
  seeded,
}) => {
  const { from, to } = seeded.spike;
  await page.goto(`/?from=${from - 240_000}&to=${to + 240_000}`);
  await panel.isDrawn();
  await panel.drag(0.35, 0.68);
  await panel.selection.getByRole('button', { name: 'Compare with the rest' }).click();
  await expect(panel.selection).toContainText('compared with the rest of');

  const csv = (await saved(page, 'Table as CSV')).bytes.toString().split('\r\n');
  expect(csv[0]).toContain('Baseline self (nanoseconds)');
  const spike = csv.find((line) => line.startsWith(SPIKE_FUNCTION))?.split(',') ?? [];
  expect(spike).toContain('new');
  const [, , before, , after] = spike.map(Number);
  expect([before, after > 0]).toEqual([0, true]);

  const collapsed = (await saved(page, 'Collapsed stacks of both sides (.txt)')).bytes.toString();
  expect(collapsed).toMatch(new RegExp(`;${SPIKE_FUNCTION.replace(/[.*()]/g, '\\$&')} 0 ${after}\n`));

  const speedscope = JSON.parse((await saved(page, 'speedscope of both sides (.json)')).bytes.toString()) as {
    profiles: Array<{ name: string; endValue: number }>;
  };
  expect(speedscope.profiles.map(({ name }) => name.replace(/.*, /, ''))).toEqual(['baseline', 'compared']);

  const sideOf = async (entry: string) => {
    const { bytes } = await saved(page, entry);
    const tree = callTreeOfPprof(decodePprof(new Uint8Array(gunzipSync(bytes))), 0);
    return topTable(tree).total[tree.functions.names.indexOf(SPIKE_FUNCTION)] ?? 0;
  };
  expect(await sideOf('pprof of the baseline (.pb.gz)')).toBe(0);
  expect(await sideOf('pprof of what is compared (.pb.gz)')).toBe(after);
});

test('the edge between callers and callees is dragged, moved by keys, and stays for the next function', async ({
  page,
  panel,
}) => {
  await page.goto('/');
  await panel.isDrawn();
  await chooseInMenu(page, panel, 'main.hashSession', 'Callers and callees');
  const edge = page.getByRole('separator', { name: 'Height of the callers' });
  const top = async () => Math.round((await edge.boundingBox())?.y ?? 0);
  await expect(edge).toBeVisible();
  const first = await top();
  const { x, y } = (await edge.boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 50, y + 4);
  await page.mouse.down();
  await page.mouse.move(x + 50, y + 54, { steps: 4 });
  await page.mouse.up();
  expect(await top()).toBe(first + 50);
  await edge.press('ArrowUp');
  await expect.poll(top).toBe(first + 30);
  await page.getByRole('grid', { name: 'Functions' }).getByText('main.priceCart').click();
  await expect(page.getByRole('group', { name: 'Function in the middle' })).toContainText('priceCart');
  await expect.poll(top).toBe(first + 30);
  await edge.press('Enter');
  await expect.poll(top).not.toBe(first + 30);
});

test('what was opened of a cut profile stays open when new data come', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  const address = new URL(page.url());
  const query = JSON.parse(address.searchParams.get('query') ?? '{}') as object;
  address.searchParams.set('query', JSON.stringify({ ...query, maxNodes: 6 }));
  address.searchParams.set('refresh', '');
  await page.goto(address.href);
  await panel.isDrawn();
  const exactness = page.getByText(/largest nodes?;|nothing is merged/);
  await expect(exactness).toHaveText(/largest node/);
  const cut = await exactness.innerText();
  await panel.graph.focus();
  const spoken: string[] = [];
  for (const key of ['Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown']) {
    await page.keyboard.press(key);
    spoken.push(await panel.spoken.innerText());
    if (/backend merged/.test(spoken[spoken.length - 1])) {
      break;
    }
  }
  expect(spoken[spoken.length - 1]).toMatch(/backend merged/);
  await page.keyboard.press('Enter');
  await expect(exactness).not.toHaveText(cut);
  const opened = (await exactness.innerText()).replace(/[\d.]+%/, '');

  const texts: string[] = [];
  await page.exposeFunction('heard', (text: string) => texts.push(text));
  await exactness.evaluate((line) => {
    const report = () => (window as unknown as { heard: (text: string) => void }).heard(line.textContent ?? '');
    new MutationObserver(report).observe(line, { subtree: true, characterData: true, childList: true });
  });
  const again = page.waitForResponse((response) => /Select(MergeStacktraces|MergeProfile)/.test(response.url()));
  await page.getByTestId('data-testid RefreshPicker run button').click();
  await again;
  await page.waitForLoadState('networkidle');
  await expect(exactness).toHaveText(new RegExp(opened.slice(0, 12)));
  expect(texts.filter((text) => text === cut)).toEqual([]);
});

test('what was cut is opened from the table of functions', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  const address = new URL(page.url());
  const query = JSON.parse(address.searchParams.get('query') ?? '{}') as object;
  address.searchParams.set('query', JSON.stringify({ ...query, maxNodes: 6 }));
  await page.goto(address.href);
  await panel.isDrawn();
  await page.getByRole('radio', { name: 'Table' }).click({ force: true });
  const functions = page.getByRole('grid', { name: 'Functions' });
  const before = await functions.getByRole('rowheader').count();
  await functions.getByText('other: what the backend cut').click();
  await expect(page.getByText('nothing is merged')).toBeVisible();
  await expect(functions.getByText('other: what the backend cut')).toBeHidden();
  expect(await functions.getByRole('rowheader').count()).toBeGreaterThan(before);
});

test('a panel 100 pixels high is all picture, one 400 pixels wide has everything in menus', async ({ page, panel }) => {
  const options = encodeURIComponent(JSON.stringify({ showTimeline: false }));
  await page.goto(`/?width=900&height=140&options=${options}`);
  // The workbench's own least height.
  await page.addStyleTag({ content: '[style*="height: 140px"] { min-height: 0 !important; }' });
  await expect(panel.spoken).toHaveText(/^Whole profile, total /);
  await expect(page.getByRole('toolbar', { name: 'Profile' })).toHaveCount(0);
  await expect(panel.search).toHaveCount(0);
  await expect.poll(() => panel.colours()).toBeGreaterThan(5);

  await page.goto('/?width=400&height=700');
  await panel.isDrawn();
  const toolbar = page.getByRole('toolbar', { name: 'Profile' });
  const room = await toolbar.evaluate((bar) => bar.clientWidth - bar.scrollWidth);
  expect(room).toBeGreaterThanOrEqual(0);
  await toolbar.getByRole('button', { name: 'View of the profile' }).click();
  await page.getByRole('menuitemradio', { name: 'Call tree' }).click();
  await expect(page.getByRole('treegrid', { name: 'Call tree' })).toBeVisible();
});

async function chooseInMenu(page: Page, panel: ProfilePanel, box: string, entry: string): Promise<void> {
  const { x, y } = await panel.pointAt(box);
  await page.mouse.click(x, y, { button: 'right' });
  await page.getByRole('menuitem', { name: entry }).click();
}

/** The widest box below the root, as the keyboard finds it. */
async function firstRow(page: Page, panel: ProfilePanel): Promise<string> {
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  return (await panel.spoken.innerText()).split(',')[0];
}

async function saved(page: Page, entry: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Download profile' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: entry, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** Opens a picture as the browser opens pictures; its width in pixels, 0 where it is none. */
function widthOf(page: Page, type: string, bytes: Buffer): Promise<number> {
  return page.evaluate(
    async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return image.naturalWidth;
    },
    `data:${type};base64,${bytes.toString('base64')}`
  );
}
