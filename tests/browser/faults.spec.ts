import type { Page } from '@playwright/test';
import { type Fault, type FaultServer, REFUSAL, startFaultServer } from './faults';
import { ProfilePanel } from './profilePanel';
import { expect, test } from './test';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const checkout = { profileTypeId: CPU, labelSelector: '{service_name="checkout"}' };

/** What the panel says instead of a picture, or above it. */
const said = (page: Page) => page.getByTestId(/^pyrolens-flamegraph-panel-/).locator('[role=status], [role=alert]');

function addressOf(query: object, range = 'from=now-15m&to=now'): string {
  return `/?${range}&query=${encodeURIComponent(JSON.stringify(query))}`;
}

let faults: FaultServer;
test.beforeAll(async () => {
  faults = await startFaultServer(process.env.WORKBENCH_URL!);
});
test.afterAll(() => faults.stop());

test.describe('a backend that fails leaves one clear sentence in the panel', () => {
  test.use({ backendFails: true });

  const stories: ReadonlyArray<[Fault | 'unreachable', string | RegExp]> = [
    [
      'unreachable',
      "The backend cannot be reached: check that it is running, and the URL in the data source's settings.",
    ],
    ['unauthorised', /The backend refused the data source's credentials: check the authentication/],
    ['refusing', new RegExp(REFUSAL)],
    ['truncated', /damaged or was cut short: run the query again/],
    ['breaking', /The connection failed before an answer was complete/],
  ];
  for (const [fault, sentence] of stories) {
    test(`when it is ${fault}`, async ({ page, startWorkbench }) => {
      const backend = fault === 'unreachable' ? 'http://127.0.0.1:1' : faults.urlOf(fault);
      const { url } = await startWorkbench('--backend', backend);
      await page.goto(url + addressOf(checkout));
      await expect(said(page)).toContainText(sentence);
      await page.getByRole('tab', { name: 'Data source' }).click();
      await expect(page.getByRole('button', { name: 'Save & test' })).toBeVisible();
    });
  }

  test('when it goes away, and what was drawn before stays', async ({ page, panel, startWorkbench }) => {
    const leaving = await startFaultServer(process.env.WORKBENCH_URL!);
    const { url } = await startWorkbench('--backend', leaving.urlOf('none'));
    await page.goto(url + addressOf(checkout));
    await panel.isDrawn();
    await leaving.stop();
    await page.getByTestId('data-testid RefreshPicker run button').click();
    await expect(page.getByRole('alert')).toContainText('The backend cannot be reached');
    await panel.isDrawn();
  });
});

test('a backend that never answers is waited for, and the page can be left', async ({ page, startWorkbench }) => {
  const { url } = await startWorkbench('--backend', faults.urlOf('silent'));
  await page.goto(url + addressOf(checkout));
  await expect(page.getByLabel('Panel loading bar')).toBeVisible();
  await page.getByRole('tab', { name: 'Data source' }).click();
  await expect(page.getByRole('button', { name: 'Save & test' })).toBeVisible();
});

test.describe('a question without an answer is told from a failure', () => {
  test('a range without profiles', async ({ page, seeded }) => {
    await page.goto(addressOf(checkout, `from=${seeded.from - 3_600_000}&to=${seeded.from - 1_800_000}`));
    await expect(said(page)).toContainText(/^No profiles in /);
    await expect(said(page)).toContainText('Choose a longer time range');
  });

  test('a profile type that the backend does not have', async ({ page }) => {
    await page.goto(addressOf({ ...checkout, profileTypeId: 'goroutines:goroutine:count:goroutine:count' }));
    await expect(said(page)).toContainText(/^No profiles in /);
  });
});

test.describe('a question that cannot be asked says what is wrong with it', () => {
  test.use({ backendFails: true });

  const stories: ReadonlyArray<[string, string, string | RegExp]> = [
    ['a profile type that is none', addressOf({ ...checkout, profileTypeId: 'cpu' }), 'The profile type'],
    [
      'a selector that cannot be read',
      addressOf({ ...checkout, labelSelector: '{service_name=checkout}' }),
      'The label selector cannot be read',
    ],
    [
      'a range that the backend does not look back to',
      addressOf(checkout, 'from=now-60d&to=now-30d'),
      /The time range ends before .*, and the backend looks back no further than 7d: choose a later one/,
    ],
  ];
  for (const [what, address, sentence] of stories) {
    test(what, async ({ page }) => {
      await page.goto(address);
      await expect(said(page)).toContainText(sentence);
    });
  }
});

test.describe('a question that the backend refuses at first', () => {
  // Its limit is learnt from its refusal.
  test.use({ backendFails: true });

  test('a range longer than the backend allows is asked in parts, and shown as one', async ({ page }) => {
    await page.goto(addressOf(checkout, 'from=now-3d&to=now'));
    const panel = new ProfilePanel(page);
    await panel.isDrawn();
    expect(await panel.total()).toBeGreaterThan(0);
  });
});
