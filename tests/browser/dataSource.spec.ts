import { expect, test } from './test';

test('Save & test says that the backend works, and what it holds', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('tab', { name: 'Data source' }).click();
  const form = page.getByRole('form', { name: 'Pyrolens' });
  await form.getByRole('button', { name: 'Save & test' }).click();
  await expect(form.getByRole('status')).toContainText('The backend works: 2 services with 2 profile types');
});
