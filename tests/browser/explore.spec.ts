import { HOT_FUNCTION } from '../../workbench/seed/seedProfiles';
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
