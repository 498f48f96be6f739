import { viewOfLink } from '../../src/panel/link/linkText';
import { HOT_FUNCTION } from '../../workbench/seed/seedProfiles';
import { ProfilePanel } from './profilePanel';
import { expect, test } from './test';

/** How @grafana/e2e-selectors calls the control that shows a variable's value. */
const SHOWN_VALUE = 'data-testid Dashboard template variables Variable Value DropDown value link text';
const EXPLORE = '/a/pyrolens-profiles-app/explore';

test('the exploration page opens with a service, and its address says which', async ({ page, panel }) => {
  await page.goto('/');
  await page.getByRole('tab', { name: 'Explore profiles' }).click();
  await panel.isDrawn();
  await panel.pointAt(HOT_FUNCTION);
  await expect(page).toHaveURL(/var-service=checkout/);
  await expect(page).toHaveURL(/var-type=process_cpu/);
});

test('another service is two clicks away, and a link to it shows the same', async ({ page, panel, context }) => {
  await page.goto(EXPLORE);
  await panel.isDrawn();
  await page.getByTestId(`${SHOWN_VALUE} checkout`).click();
  await page.getByRole('option', { name: 'session-store' }).click();
  await expect(page).toHaveURL(/var-service=session-store/);
  await expect(panel.timeline).toHaveAccessibleName(/session-store/);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.getByRole('application')).toHaveAccessibleName(/session-store/);
});

test('the guide tells what each profile type is, and who would send those that are missing', async ({
  page,
  panel,
}) => {
  await page.goto(EXPLORE);
  await panel.isDrawn();
  await page.getByRole('button', { name: 'What each profile type measures, and why one is missing' }).click();
  const guide = page.getByRole('dialog', { name: /Profile types of checkout/ });
  await expect(guide.getByRole('region', { name: 'Sent by checkout', exact: true })).toContainText('When to use it');
  await expect(guide.getByRole('button', { name: 'CPU is shown' })).toBeDisabled();
  await expect(guide.getByRole('region', { name: 'Not sent by checkout' })).toContainText('Sent by: .NET SDK.');
  await page.keyboard.press('Escape');
  await expect(guide).toBeHidden();
});

test('a link to a profile type that the service does not send says so, and what it sends', async ({ page, panel }) => {
  await page.goto(`${EXPLORE}?var-service=checkout&var-type=exception:exception:count:cpu:nanoseconds`);
  await expect(page.getByText('checkout sent no Exceptions profiles in this time range')).toBeVisible();
  await page.getByRole('group', { name: 'Profile types of checkout' }).getByRole('button', { name: 'CPU' }).click();
  await panel.isDrawn();
});

test('a link shows what its sender saw of the panel: the range, the view and the search', async ({
  page,
  panel,
  context,
  seeded,
}) => {
  const { from, to } = seeded.spike;
  await page.goto(`${EXPLORE}?from=${from - 240_000}&to=${to + 240_000}`);
  await panel.isDrawn();
  const steps = await page.evaluate(() => window.history.length);
  await panel.drag(0.45, 0.62);
  await expect(panel.selection).toBeVisible();
  await page.getByRole('radio', { name: 'Flame graph' }).click({ force: true });
  await panel.search.getByRole('textbox').pressSequentially(HOT_FUNCTION);
  const seen = () => viewOfLink(new URL(page.url()).searchParams.get('seen') ?? '').state;
  await expect.poll(seen).toMatchObject({ search: HOT_FUNCTION, view: 'flamegraph' });
  expect(await page.evaluate(() => window.history.length)).toBe(steps);

  const other = new ProfilePanel(await context.newPage());
  await other.page.goto(page.url());
  await expect(other.selection).toHaveText(await panel.selection.innerText().then((text) => text.replace(/\n/g, '')));
  await expect(other.search.getByRole('textbox')).toHaveValue(HOT_FUNCTION);
  await expect.poll(() => other.total()).toBe(await panel.total());
});

test('back from another service is back to what was seen', async ({ page, panel, seeded }) => {
  const { from, to } = seeded.spike;
  await page.goto(`${EXPLORE}?from=${from - 240_000}&to=${to + 240_000}`);
  await panel.isDrawn();
  await panel.drag(0.45, 0.62);
  await expect(page).toHaveURL(/seen=/);
  await page.getByTestId(`${SHOWN_VALUE} checkout`).click();
  await page.getByRole('option', { name: 'session-store' }).click();
  await expect(panel.timeline).toHaveAccessibleName(/session-store/);
  await panel.selection.getByRole('button', { name: 'Clear' }).click();
  await expect(page).not.toHaveURL(/seen=/);
  await page.goBack();
  await expect(panel.timeline).toHaveAccessibleName(/checkout/);
  await expect(panel.selection).toBeVisible();
});
