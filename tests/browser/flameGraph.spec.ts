import type { Locator, Page } from '@playwright/test';
import type { ProfilePanel } from './profilePanel';
import { expect, test } from './test';

/** The map above the graph: there while less than the whole width is seen. */
const mapOfWidth = (page: Page) => page.getByTestId('flame graph map of the width');
const mapOfDepth = (page: Page) => page.getByTestId('flame graph map of the depth');

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) {
    throw new Error('It is not on the page.');
  }
  return box;
}

/** What is pointed at, or nothing. */
async function nameAt(page: Page, panel: ProfilePanel, x: number, y: number): Promise<string> {
  await page.mouse.move(x, y + 1);
  await page.mouse.move(x, y);
  return (await panel.tooltip.isVisible()) ? panel.tooltip.locator('bdi').first().innerText() : '';
}

async function zoomIn(page: Page, notches = 5) {
  await page.keyboard.down('Control');
  for (let notch = 0; notch < notches; notch++) {
    await page.mouse.wheel(0, -120);
  }
  await page.keyboard.up('Control');
}

/** Pushes a profile of 60 levels and two branches, and gives the address of a low panel that shows it. */
async function deepProfile(page: Page): Promise<string> {
  const stack = Array.from({ length: 60 }, (_, level) => `package${level % 7}.level${level}`);
  const other = [...stack.slice(0, 5), ...stack.slice(10, 50)];
  const now = Math.floor(Date.now() / 1000);
  const pushed = await page.request.post(`/ingest?name=deep.cpu&from=${now - 60}&until=${now - 50}&format=folded`, {
    data: `${stack.join(';')} 700\n${other.join(';')} 300\n`,
    headers: { 'Content-Type': 'text/plain' },
  });
  expect(pushed.ok()).toBe(true);
  const query = {
    refId: 'A',
    queryType: 'both',
    profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
    labelSelector: '{service_name="deep"}',
  };
  return `/?height=560&query=${encodeURIComponent(JSON.stringify(query))}`;
}

for (const width of [320, 1280]) {
  test(`in a window of ${width} pixels the tooltip is whole wherever one points`, async ({ page, panel }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.goto(await deepProfile(page));
    await panel.isDrawn();
    await panel.graph.evaluate((graph) => graph.scrollIntoView({ block: 'center' }));
    const graph = await boxOf(panel.graph);
    for (const part of [0.02, 0.45, 0.6, 0.98]) {
      await nameAt(page, panel, graph.x + part * graph.width, graph.y + 30);
      const tooltip = await boxOf(panel.tooltip);
      expect(tooltip.x).toBeGreaterThanOrEqual(0);
      expect(tooltip.y).toBeGreaterThanOrEqual(0);
      expect(tooltip.x + tooltip.width).toBeLessThanOrEqual(width);
      expect(tooltip.y + tooltip.height).toBeLessThanOrEqual(700);
      expect(await panel.tooltip.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    }
  });
}

test('Ctrl and the wheel zoom around the pointer, 0 shows the whole width again', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  const { x, y } = await panel.pointAt('main.handleOrder');
  await expect(mapOfWidth(page)).toBeHidden();
  await zoomIn(page);
  await expect(mapOfWidth(page)).toBeVisible();
  expect(await nameAt(page, panel, x, y)).toBe('main.handleOrder');
  // The focus is what it was: this is looking closer, not choosing.
  await expect(panel.path.locator('[aria-current]')).toHaveCount(0);

  await panel.graph.focus();
  await page.keyboard.press('0');
  await expect(mapOfWidth(page)).toBeHidden();
});

test('what is zoomed is dragged, and the click that ends a drag chooses nothing', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  const { x, y } = await panel.pointAt('main.handleOrder');
  await zoomIn(page, 8);
  expect(await nameAt(page, panel, x, y)).toBe('main.handleOrder');
  const graph = await boxOf(panel.graph);
  await page.mouse.down();
  await page.mouse.move(x + 60, y, { steps: 5 });
  await page.mouse.up();
  expect(await nameAt(page, panel, Math.min(x + 60, graph.x + graph.width - 5), y)).toBe('main.handleOrder');
  await expect(panel.path.locator('[aria-current]')).toHaveCount(0);
  // A click that stays where it is still zooms.
  await page.mouse.click(x + 60, y);
  await expect(panel.path.locator('[aria-current]')).toHaveText('main.handleOrder');
});

test('the map of the width is dragged to see another part', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  const { x, y } = await panel.pointAt('main.handleOrder');
  await zoomIn(page, 10);
  await expect(mapOfWidth(page)).toBeVisible();
  const frame = mapOfWidth(page).locator('div');
  const before = await boxOf(frame);
  const map = await boxOf(mapOfWidth(page));
  await page.mouse.move(before.x + before.width / 2, map.y + map.height / 2);
  await page.mouse.down();
  await page.mouse.move(map.x + map.width - 2, map.y + map.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect
    .poll(async () => (await boxOf(frame)).x + (await boxOf(frame)).width)
    .toBeGreaterThan(map.x + map.width - 3);
  expect(await nameAt(page, panel, x, y)).not.toBe('main.handleOrder');
});

test('a graph deeper than its panel has a map of its depth, with what is seen in a frame', async ({ page, panel }) => {
  await page.goto(await deepProfile(page));
  await panel.isDrawn();
  await expect(mapOfDepth(page)).toBeVisible();
  const frame = mapOfDepth(page).locator('div');
  const top = (await boxOf(frame)).y;
  const graph = await boxOf(panel.graph);
  await page.mouse.move(graph.x + 20, graph.y + 40);
  await page.mouse.wheel(0, 400);
  await expect.poll(async () => (await boxOf(frame)).y).toBeGreaterThan(top + 5);

  const map = await boxOf(mapOfDepth(page));
  await page.mouse.click(map.x + map.width / 2, map.y + 3);
  await expect.poll(async () => (await boxOf(frame)).y).toBe(top);
  expect(await panel.graph.evaluate((element) => element.scrollTop)).toBe(0);
});

test('the root stands at the bottom where that is wanted, and arrows lead to where they point', async ({
  page,
  panel,
}) => {
  await page.goto('/');
  await panel.isDrawn();
  await panel.graph.focus();
  await page.keyboard.press('r');
  const root = await panel.pointAt('total');
  const callee = await panel.pointAt('main.main');
  expect(callee.y).toBeLessThan(root.y);
  await page.keyboard.press('ArrowUp');
  await expect(panel.spoken).toHaveText(/^main\.main, total /);
  await page.keyboard.press('ArrowDown');
  await expect(panel.spoken).toHaveText(/^Whole profile, total /);
});

test.describe('where the system wants no motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('a zoom is there at once', async ({ page, panel }) => {
    await page.goto('/');
    await panel.isDrawn();
    expect(await picturesAfterClick(panel, await panel.pointAt('main.handleOrder'))).toBe(1);
  });
});

test('a zoom is a movement that ends where it leads', async ({ page, panel }) => {
  await page.goto('/');
  await panel.isDrawn();
  const { x, y } = await panel.pointAt('main.handleOrder');
  expect(await picturesAfterClick(panel, { x, y })).toBeGreaterThan(1);
  const graph = await boxOf(panel.graph);
  expect(await nameAt(page, panel, graph.x + 4, y)).toBe('main.handleOrder');
  expect(await nameAt(page, panel, x, y)).toBe('main.handleOrder');
});

/** Clicks at a place, and counts the different pictures of the second that follows. */
async function picturesAfterClick(panel: ProfilePanel, at: { x: number; y: number }): Promise<number> {
  const counted = await panel.graph.evaluate(async (graph, { x, y }) => {
    const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="flame graph canvas"]')!;
    const sum = () => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 70, canvas.width, 1);
      return new Uint32Array(data.buffer).reduce((hash, pixel) => (Math.imul(hash, 31) + pixel) | 0, 7);
    };
    const first = sum();
    const pictures = new Set<number>();
    const end = performance.now() + 1000;
    graph.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: x, clientY: y }));
    while (performance.now() < end) {
      await new Promise(requestAnimationFrame);
      pictures.add(sum());
    }
    pictures.delete(first);
    return pictures.size;
  }, at);
  await expect(panel.path.locator('[aria-current]')).toHaveCount(1);
  return counted;
}

test.describe('with fingers', () => {
  test.use({ hasTouch: true });

  test('two zoom, one that moves sideways pans, and a tap chooses', async ({ page, panel }) => {
    await page.goto('/');
    await panel.isDrawn();
    const { x, y } = await panel.pointAt('main.handleOrder');
    const touch = await page.context().newCDPSession(page);
    const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: Array<[number, number]>) =>
      touch.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([px, py]) => ({ x: px, y: py })) });

    await send('touchStart', [x - 20, y], [x + 20, y]);
    await send('touchMove', [x - 40, y], [x + 40, y]);
    await send('touchMove', [x - 80, y], [x + 80, y]);
    await send('touchEnd');
    await expect(mapOfWidth(page)).toBeVisible();
    const frame = mapOfWidth(page).locator('div');
    const before = await boxOf(frame);

    await send('touchStart', [x, y]);
    await send('touchMove', [x - 30, y]);
    await send('touchMove', [x - 120, y]);
    await send('touchEnd');
    await expect.poll(async () => (await boxOf(frame)).x).not.toBe(before.x);
    await expect(panel.path.locator('[aria-current]')).toHaveCount(0);

    await page.keyboard.press('Escape');
    await page.touchscreen.tap(x, y);
    await expect(panel.path.locator('[aria-current]')).toHaveCount(1);
  });
});
