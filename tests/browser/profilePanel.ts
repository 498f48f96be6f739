import { expect, type Locator, type Page } from '@playwright/test';

/** The panel as its user meets it, wherever it is: its timeline, its flame graph, and what it says. */
export class ProfilePanel {
  readonly timeline: Locator;
  readonly graph: Locator;
  /** What a screen reader hears of the flame graph: the current box. */
  readonly spoken: Locator;
  readonly path: Locator;
  readonly search: Locator;
  readonly tooltip: Locator;
  readonly selection: Locator;

  constructor(readonly page: Page) {
    this.timeline = page.getByRole('application');
    this.graph = page.getByRole('tree', { name: 'Flame graph' });
    this.spoken = this.graph.getByRole('treeitem');
    this.path = page.getByRole('navigation', { name: 'Focused function' });
    this.search = page.getByRole('search');
    this.tooltip = page.getByTestId('flame graph tooltip');
    this.selection = page.getByRole('group', { name: 'Selected range' });
  }

  async isDrawn(): Promise<void> {
    await expect(this.timeline).toBeVisible();
    await expect(this.spoken).toHaveText(/^Whole profile, total /);
    await expect.poll(() => this.colours()).toBeGreaterThan(5);
  }

  /** Total of the profile that is drawn, in seconds of CPU time. */
  async total(): Promise<number> {
    const text = await this.path.innerText();
    const [, amount = '', unit = ''] =
      /(?:Whole profile|Selected range)(?:, filtered)?: ([\d.]+) (\w+)/.exec(text) ?? [];
    const factor = { s: 1, min: 60, mins: 60, hour: 3600, hours: 3600 }[unit];
    if (factor === undefined) {
      throw new Error(`No CPU time in '${text}'`);
    }
    return Number(amount) * factor;
  }

  /** Puts the pointer on a function's box of the flame graph, and gives where that is. */
  async pointAt(name: string): Promise<{ x: number; y: number }> {
    let place: { x: number; y: number } | undefined;
    await expect(async () => {
      // Found by trying, inside of the page because a thousand real movements would take a minute.
      place = await this.graph.evaluate(findBox, name);
      expect(place, `a box of ${name}`).toBeDefined();
      await this.page.mouse.move(place!.x, place!.y);
      await expect(this.tooltip.locator('bdi').first()).toHaveText(name, { timeout: 1000 });
    }).toPass({ timeout: 30_000 });
    return place!;
  }

  /** Presses the mouse at one part of the timeline's width, 0 to 1, and lets it go at another. */
  async drag(from: number, to: number): Promise<void> {
    const box = await this.timeline.boundingBox();
    if (box === null) {
      throw new Error('There is no timeline to drag over.');
    }
    const y = box.y + box.height / 3;
    await this.page.mouse.move(box.x + from * box.width, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + ((from + to) / 2) * box.width, y);
    await this.page.mouse.move(box.x + to * box.width, y);
    await this.page.mouse.up();
  }

  /** How many colours the flame graph is drawn in: an empty canvas has one. */
  colours(): Promise<number> {
    return this.page.getByTestId('flame graph canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
  }
}

/** Runs in the page. */
async function findBox(graph: Element, name: string): Promise<{ x: number; y: number } | undefined> {
  const box = graph.getBoundingClientRect();
  for (let y = box.top + 10; y < box.bottom; y += 20) {
    for (let x = box.left + 6; x < box.right; x += box.width / 48) {
      graph.dispatchEvent(new MouseEvent('mousemove', { bubbles: true, clientX: x, clientY: y }));
      await new Promise(requestAnimationFrame);
      const pointedAt = document.querySelector('[data-testid="flame graph tooltip"] bdi');
      if (pointedAt?.textContent === name) {
        return { x, y };
      }
    }
  }
  return undefined;
}
