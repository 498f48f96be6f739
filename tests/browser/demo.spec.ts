import { expect, test } from './test';

test('what a running program spends its time on is seen without a word of configuration', async ({
  page,
  panel,
  startWorkbench,
}) => {
  test.setTimeout(150_000);
  const { url } = await startWorkbench();
  await page.goto(url);
  // The page is open before the program was first profiled, and finds out by itself.
  await expect(panel.timeline).toHaveAccessibleName(/CPU of checkout/, { timeout: 60_000 });
  await panel.isDrawn();
  // The program's expensive job begins half a minute after its start.
  await panel.search.getByRole('textbox').fill('recomputeRecommendations');
  await expect(panel.search.getByRole('status')).toHaveText(/^\d+ · \d/, { timeout: 60_000 });
});
