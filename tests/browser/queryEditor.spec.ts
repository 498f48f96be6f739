import type { Page } from '@playwright/test';
import { expect, test } from './test';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';

async function open(page: Page, query: object, range = ''): Promise<void> {
  await page.goto(`/?query=${encodeURIComponent(JSON.stringify(query))}${range}`);
  await expect(page.getByRole('combobox', { name: 'Query type' })).toBeVisible();
}

/** The query in the address, which is the one that the editor holds. */
const saved = (page: Page) =>
  JSON.parse(new URL(page.url()).searchParams.get('query') ?? '{}') as Record<string, unknown>;

const field = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true });
const mode = (page: Page, name: string) => page.getByRole('radio', { name, exact: true });

test('what is put together in the builder is read as code, changed there, and shown in the builder again', async ({
  page,
}) => {
  await open(page, { profileTypeId: CPU, labelSelector: '{service_name="checkout"}' });
  await page.getByRole('button', { name: 'Add a label' }).click();
  await field(page, 'Label').click();
  await page.getByRole('option', { name: 'region', exact: true }).click();
  await field(page, 'Operator of region').click();
  await page.getByRole('option', { name: /^in\b/ }).click();
  await field(page, 'Values of region').click();
  await page.getByRole('option', { name: 'eu-west-1' }).click();
  await page.keyboard.type('v1.2');
  await page.getByRole('option', { name: /v1\.2/ }).click();
  const labelSelector = '{service_name="checkout", region=~"eu-west-1|v1\\\\.2"}';
  await expect.poll(() => saved(page).labelSelector).toBe(labelSelector);
  await page.keyboard.press('Escape');

  await mode(page, 'Code').click();
  const code = field(page, 'Query');
  await expect(code).toHaveValue(`${CPU}${labelSelector}`);
  await code.fill(`${CPU}{service_name="checkout", region!=""}`);
  await mode(page, 'Builder').click();
  await expect(field(page, 'Operator of region')).toHaveValue('not empty');
  expect(saved(page)).toMatchObject({ labelSelector: '{service_name="checkout", region!=""}', editorMode: 'builder' });
});

test('code is completed by keyboard alone, and the browser takes back what was completed', async ({ page, panel }) => {
  await open(page, { labelSelector: '{}', editorMode: 'code' });
  const code = field(page, 'Query');
  await code.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type('process_cpu');
  await expect(page.getByRole('listbox', { name: 'Profile types' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(code).toHaveValue(`${CPU}{}`);
  await page.keyboard.type('serv');
  await expect(page.getByRole('option')).toHaveText(['service_name']);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listbox', { name: 'Values of service_name' })).toBeVisible();
  await page.keyboard.type('ch');
  await expect(page.getByRole('option', { name: 'checkout' })).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(code).toHaveValue(`${CPU}{service_name="checkout"}`);

  await page.keyboard.press('Control+Z');
  await expect(code).toHaveValue(`${CPU}{service_name=ch}`);
  await page.keyboard.press('Control+Shift+Z');
  await expect(code).toHaveValue(`${CPU}{service_name="checkout"}`);
  await page.keyboard.press('Shift+Enter');
  await panel.isDrawn();
  expect(saved(page)).toMatchObject({ profileTypeId: CPU, labelSelector: '{service_name="checkout"}' });
});

test('the colours lie under the letters, however long the query is', async ({ page }) => {
  await page.setViewportSize({ width: 400, height: 900 });
  const labelSelector = `{service_name="checkout", pod=~"${Array.from({ length: 12 }, (_, i) => `checkout-${i}`).join('|')}"}`;
  await open(page, { profileTypeId: CPU, labelSelector, editorMode: 'code' });
  const size = (element: Element) => ({ height: element.scrollHeight, width: element.clientWidth });
  const picture = await page.getByTestId('query highlight').evaluate(size);
  expect(picture.height).toBeGreaterThan(80);
  expect(await field(page, 'Query').evaluate(size)).toEqual(picture);
});

test('what is wrong is underlined where it is, and said', async ({ page, panel: _panel }) => {
  await open(page, { profileTypeId: CPU, labelSelector: '{service_name="checkout"}', editorMode: 'code' });
  const code = field(page, 'Query');
  await code.fill(`${CPU}{service_name="checkout", region=eu}`);
  await page.keyboard.press('Tab');
  await expect(code).toHaveAttribute('aria-invalid', 'true');
  await expect(code).toHaveAccessibleDescription(/at character 77: expected a value in quotes/);
  await expect(page.getByTestId('query highlight').locator('mark')).toHaveText('eu');
  await code.fill(`${CPU}{service_name="checkout", region="eu"}`);
  await page.keyboard.press('Tab');
  await expect(code).toHaveAttribute('aria-invalid', 'false');
});

test.describe('over a longer range than the backend answers at once', () => {
  test.use({ backendFails: true });

  test('a question about every service over days waits until it is meant', async ({ page }) => {
    let asked = 0;
    await page.route('**/querier.v1.QuerierService/SelectSeries', (route) => {
      asked++;
      return route.continue();
    });
    await open(
      page,
      { profileTypeId: CPU, labelSelector: '{service_name="checkout"}' },
      '&from=now-3d&to=now&refresh='
    );
    await expect.poll(() => asked).toBeGreaterThan(0);
    await field(page, 'Service').click();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Clear value' }).nth(1).click();
    await expect(page.getByText(/profiles of all services over more than a day/)).toBeVisible();
    const before = asked;
    await page.getByRole('button', { name: 'Choose a service' }).click();
    await expect(field(page, 'Service')).toBeFocused();
    expect(asked).toBe(before);
    await page.getByRole('button', { name: 'Ask anyway' }).click();
    await expect.poll(() => asked).toBeGreaterThan(before);
  });
});
