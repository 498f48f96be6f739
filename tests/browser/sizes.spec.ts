import type { Locator, Page } from '@playwright/test';
import { expect, test } from './test';

/** Widths and heights of panels, in CSS pixels, its title among them. */
const SIZES = [
  [900, 100],
  [200, 100],
  [200, 500],
  [420, 320],
  [3000, 600],
  [900, 3000],
] as const;

for (const [width, height] of SIZES) {
  test(`a panel of ${width} by ${height} shows its flame graph, nothing lies upon anything unasked, and all is in reach`, async ({
    page,
    panel,
  }) => {
    await page.setViewportSize({ width: Math.max(600, width + 100), height: Math.max(600, height + 450) });
    await page.goto(`/?width=${width}&height=${height}`);
    await expect(panel.spoken).toHaveText(/^Whole profile, total /);
    await expect.poll(() => panel.colours()).toBeGreaterThan(5);
    const frame = (await page.locator('[data-viz-panel-key]').boundingBox())!;
    expect([frame.width, frame.height]).toEqual([width, height]);
    await expectApart(page, frame);
    expect((await panel.graph.boundingBox())!.height).toBeGreaterThanOrEqual(40);

    // What there is no room for is reached by key.
    await panel.graph.focus();
    await page.keyboard.press('ArrowDown');
    await expect(panel.spoken).toHaveText(/^main\.main, total /);
    await page.keyboard.press('ContextMenu');
    await expectInside(page.getByRole('menu').first(), { x: 0, y: 0, ...page.viewportSize()! });
    await page.keyboard.press('Escape');
    await panel.graph.focus();
    await page.keyboard.press('/');
    const field = panel.search.getByRole('textbox');
    await field.fill('sha256');
    await expect(field).toBeFocused();
    await expectInside(field, frame);
    await expect(panel.graph).toBeVisible();
    if (height > 100) {
      await expectApart(page, frame);
    }
  });
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The panel's parts, as far as there are any: each inside of the panel, none upon another. */
async function expectApart(page: Page, frame: Box): Promise<void> {
  const parts = [
    page.getByRole('application'),
    page.getByRole('toolbar', { name: 'Profile' }),
    page.getByRole('navigation', { name: 'Focused function' }),
    page.getByRole('search'),
    page.getByRole('grid', { name: 'Functions' }),
    page.getByRole('tree', { name: 'Flame graph' }),
  ];
  const boxes: Box[] = [];
  for (const part of parts) {
    if (await part.isVisible()) {
      await expectInside(part, frame);
      boxes.push((await part.boundingBox())!);
    }
  }
  const overlaps = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => overlap(a, b))
      .map((b) => [a, b])
  );
  expect(overlaps).toEqual([]);
}

async function expectInside(part: Locator, { x, y, width, height }: Box): Promise<void> {
  const box = (await part.boundingBox())!;
  expect(box.x).toBeGreaterThanOrEqual(x - 1);
  expect(box.y).toBeGreaterThanOrEqual(y - 1);
  expect(box.x + box.width).toBeLessThanOrEqual(x + width + 1);
  expect(box.y + box.height).toBeLessThanOrEqual(y + height + 1);
}

/** By more than a rounding. */
function overlap(a: Box, b: Box): boolean {
  const along = (from: number, length: number, other: number, otherLength: number) =>
    Math.min(from + length, other + otherLength) - Math.max(from, other) > 1;
  return along(a.x, a.width, b.x, b.width) && along(a.y, a.height, b.y, b.height);
}
