import { expect, test } from './test';

test.beforeEach(async ({ page }) => {
  await page.goto('/datasource');
  await expect(page.getByRole('form', { name: 'Pyrolens' }).getByText('Defaults')).toBeVisible();
});

test('somebody who sets the data source up is told what is wrong with a field, and what is right about the backend', async ({
  page,
}) => {
  const form = page.getByRole('form', { name: 'Pyrolens' });
  await form.getByLabel('Shortest step').fill('15');
  await expect(form.getByText('a number with a unit')).toBeVisible();
  await form.getByLabel('Shortest step').fill('15s');
  await expect(form.getByText('a number with a unit')).toBeHidden();

  await form.getByRole('button', { name: 'Save & test' }).click();
  const status = form.getByRole('status');
  await expect(status).toContainText('The backend works');
  await expect(status).toContainText(/heatmaps: yes, exemplars: yes/i);
  await page.reload();
  await expect(form.getByLabel('Shortest step')).toHaveValue('15s');

  await form.getByLabel('Shortest step').fill('');
  await form.getByRole('button', { name: 'Save & test' }).click();
  await expect(status).toContainText('The backend works');
});

test('a template of source links is seen at work before it is saved, and leads to no script', async ({ page }) => {
  const form = page.getByRole('form', { name: 'Pyrolens' });
  await form.getByRole('button', { name: 'Expand section Source code' }).click();
  const template = form.getByLabel('Link template');
  await template.fill('https://github.com/{service_repository}/blob/main/{path}#L{line}');
  await expect(form.getByText('https://github.com/acme/shop/blob/main/internal/cart/price.go#L42')).toBeVisible();
  await expect(form.getByText('No profile of the last hour has a label "service_repository"')).toBeVisible();
  await template.fill('javascript:alert("{path}")');
  await expect(form.getByText('A link begins with http:// or https:// and a host')).toBeVisible();
});

test('several tenants are entered in one field and kept as a secret', async ({ page }) => {
  const form = page.getByRole('form', { name: 'Pyrolens' });
  await form.getByLabel('Tenant', { exact: true }).fill('team a');
  await expect(form.getByText('"team a" cannot be a tenant')).toBeVisible();
  await form.getByLabel('Tenant', { exact: true }).fill('team-a|team-b');
  await expect(form.getByText('cannot be a tenant')).toBeHidden();
});
