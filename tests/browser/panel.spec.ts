import {
  HOT_FUNCTION,
  quiet,
  type SeedStack,
  SPIKE_FUNCTION,
  spike,
  UPLOAD_INTERVAL,
  UPLOAD_OFFSET,
} from '../../workbench/seed/seedProfiles';
import { ProfilePanel } from './profilePanel';
import { expect, test } from './test';

test('the page opens with the CPU time of the service, and who looks finds the hot function', async ({
  page,
  panel,
}) => {
  await page.goto('/');
  await panel.isDrawn();
  await expect(panel.timeline).toHaveAccessibleName(/CPU of checkout/);
  await panel.pointAt(HOT_FUNCTION);
  await expect(panel.tooltip.getByRole('row', { name: /^Self/ })).toContainText(/2[2-6](\.\d)?%/);
});

test('a drag over the spike shows the profile of that time alone, and a click brings the whole back', async ({
  page,
  panel,
  seeded,
}) => {
  const { from, to } = seeded.spike;
  await page.goto(`/?from=${from - 240_000}&to=${to + 240_000}`);
  await panel.isDrawn();
  const whole = await panel.total();
  expect(Math.abs(whole / (cpuSeconds(48, quiet) + cpuSeconds(12, spike)) - 1)).toBeLessThan(0.02);

  await panel.drag(0.45, 0.62);
  await expect(panel.selection).toBeVisible();
  const [start, end] = spanOf(await panel.selection.innerText(), from);
  const uploads = uploadsBetween(start, end);
  const during = uploads.filter((time) => time > from && time <= to).length;
  expect(during).toBeGreaterThan(6);
  const expected = cpuSeconds(during, spike) + cpuSeconds(uploads.length - during, quiet);
  await expect.poll(() => panel.total()).toBeLessThan(whole);
  expect(Math.abs((await panel.total()) / expected - 1)).toBeLessThan(0.01);
  await expect(panel.path).toContainText('Selected range: ');
  await panel.pointAt(SPIKE_FUNCTION);

  await panel.timeline.click({ position: { x: 200, y: 40 } });
  await expect(panel.selection).toBeHidden();
  await expect.poll(() => panel.total()).toBe(whole);
});

test('what is selected and zoomed stays when new data come', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  await panel.drag(0.4, 0.7);
  await expect(panel.selection).toBeVisible();
  await page.mouse.click(...xy(await panel.pointAt('main.handleOrder')));
  const answered = page.waitForResponse((response) => response.url().endsWith('/SelectSeries'));
  await page.getByTestId('data-testid RefreshPicker run button').click();
  await answered;
  await expect(panel.selection).toBeVisible();
  await expect(panel.path).toContainText('main.handleOrder');
});

test('a search counts what it found and what share of the profile that is', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  const field = panel.search.getByRole('textbox');
  await field.fill('sha256');
  await expect(panel.search.getByRole('status')).toHaveText(/^1 · 2[2-6](\.\d)?%$/);
  await field.fill('nothing is called so');
  await expect(panel.search.getByRole('status')).toHaveText('No match');
  await field.fill('');
  await expect(panel.search.getByRole('status')).toBeHidden();
});

test('a click zooms into a box, and the path leads back', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  await page.mouse.click(...xy(await panel.pointAt('main.handleOrder')));
  await expect(panel.path.locator('[aria-current]')).toHaveText('main.handleOrder');
  await expect(panel.spoken).toHaveText(/^main\.handleOrder, total .* of the profile/);
  await panel.path.getByRole('button', { name: /^Whole profile/ }).click();
  await expect(panel.path.locator('[aria-current]')).toHaveCount(0);
});

test('the flame graph is walked and zoomed by keyboard', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  await panel.graph.focus();
  await page.keyboard.press('ArrowDown');
  await expect(panel.spoken).toHaveText(/^main\.main, total /);
  await page.keyboard.press('ArrowRight');
  await expect(panel.spoken).toHaveText(/^runtime\.gcBgMarkWorker, total /);
  await page.keyboard.press('Enter');
  await expect(panel.path.locator('[aria-current]')).toHaveText('runtime.gcBgMarkWorker');
  await page.keyboard.press('Escape');
  await expect(panel.path.locator('[aria-current]')).toHaveCount(0);
  await page.keyboard.press('/');
  await expect(panel.search.getByRole('textbox')).toBeFocused();
});

test('light and dark are one click apart, and the address keeps which', async ({ page, panel }) => {
  const background = () => page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor);
  await page.goto('/');
  await panel.isDrawn();
  const dark = await background();
  await page.getByRole('button', { name: 'Change to the light theme' }).click();
  await expect.poll(background).not.toBe(dark);
  const light = await background();
  await panel.isDrawn();
  await page.reload();
  await panel.isDrawn();
  expect(await background()).toBe(light);
  expect(brightness(light)).toBeGreaterThan(brightness(dark));
});

test('the panel follows the size of the window, down to a small one', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  for (const [width, height] of [
    [1800, 1000],
    [760, 700],
    [420, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    await expect.poll(async () => (await panel.timeline.boundingBox())?.width).toBeLessThan(width);
    await expect.poll(async () => (await panel.timeline.boundingBox())?.width).toBeGreaterThan(width - 120);
    await panel.isDrawn();
    await panel.pointAt(HOT_FUNCTION);
  }
});

test('memory in use is the average of its snapshots, not their sum; and a link shows what its sender saw', async ({
  page,
  panel,
  seeded,
  context,
}) => {
  await page.goto(`/?from=${seeded.from}&to=${seeded.to}&theme=light`);
  await panel.isDrawn();
  await page.getByRole('combobox', { name: 'Profile type' }).click();
  await page.getByRole('option', { name: 'In-use space' }).click();
  await page.getByRole('combobox', { name: 'Service' }).click();
  await page.getByRole('option', { name: 'session-store' }).click();
  await expect(panel.timeline).toHaveAccessibleName(/session-store/);
  // A leak from 10 MB to 40 MB in 120 snapshots.
  await expect(panel.spoken).toHaveText(/^Whole profile, total 2[345](\.\d+)? Mi?B/);
  await expect(page.getByText(/average of \d+ snapshots/i)).toBeVisible();

  const reader = await context.newPage();
  await reader.goto(page.url());
  const shown = new ProfilePanel(reader);
  await shown.isDrawn();
  await expect(shown.spoken).toHaveText(await panel.spoken.innerText());
  expect(await reader.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
    await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
  );
});

/** CPU seconds of so many uploads of the same stacks. */
function cpuSeconds(uploads: number, stacks: readonly SeedStack[]): number {
  return (uploads * stacks.reduce((sum, [, milliseconds]) => sum + milliseconds, 0)) / 1000;
}

/** Times of the uploads between, in milliseconds since the epoch. */
function uploadsBetween(start: number, end: number): number[] {
  const first = Math.ceil((start - UPLOAD_OFFSET) / UPLOAD_INTERVAL) * UPLOAD_INTERVAL + UPLOAD_OFFSET;
  return Array.from({ length: Math.floor((end - first) / UPLOAD_INTERVAL) + 1 }, (_, i) => first + i * UPLOAD_INTERVAL);
}

/** Reads "14:02:10 – 14:04:00" of the day of `near`, in UTC. */
function spanOf(text: string, near: number): [number, number] {
  const [from, to] = [...text.matchAll(/(\d\d):(\d\d):(\d\d)/g)].map(([, h, m, s]) =>
    new Date(near).setUTCHours(Number(h), Number(m), Number(s), 0)
  );
  return [from, to];
}

function xy({ x, y }: { x: number; y: number }): [number, number] {
  return [x, y];
}

/** Of `rgb(r, g, b)`. */
function brightness(colour: string): number {
  return [...colour.matchAll(/\d+/g)].slice(0, 3).reduce((sum, [part]) => sum + Number(part), 0);
}

test('a single profile is opened out of the heatmap, or from the line, and left again', async ({
  page,
  panel,
  seeded,
}) => {
  const { from, to } = seeded.spike;
  const query = {
    refId: 'A',
    queryType: 'both',
    profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
    labelSelector: '{service_name="checkout"}',
    includeExemplars: true,
    includeHeatmap: true,
  };
  await page.goto(`/?from=${from - 120_000}&to=${to}&query=${encodeURIComponent(JSON.stringify(query))}`);
  await panel.isDrawn();
  const whole = await panel.total();
  const single = page.getByRole('group', { name: 'Single profile' });
  const back = single.getByRole('button', { name: /^Back to/ });
  const openByKeyboard = async () => {
    await panel.timeline.focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(single).toHaveText(/^Profile [0-9a-f]{8}… of \d\d:\d\d:\d\d, [\d.]+ /);
    await expect(panel.path).toContainText(/Profile [0-9a-f]{8}…: /);
    await back.click();
    await expect(single).toBeHidden();
    await expect.poll(() => panel.total()).toBe(whole);
  };
  await openByKeyboard();
  await page.getByRole('radio', { name: 'Heatmap' }).click({ force: true });
  await openByKeyboard();
});
