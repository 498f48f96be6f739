import { PANEL_ID } from '../../src/pluginIds';
import { profileIn } from './profile';
import { CPU, expect, panelOf, SERVICE, test } from './test';

test('a comparison is drawn by our panel, and by the flame graph of Grafana itself', async ({
  dataSource,
  openDashboard,
  page,
}) => {
  const query = {
    refId: 'A',
    datasource: dataSource,
    queryType: 'diff',
    profileTypeId: CPU,
    labelSelector: SERVICE,
    baseline: { shift: '5m' },
  };
  await openDashboard({
    panels: [panelOf(PANEL_ID, 'Ours', 0, [query]), panelOf('flamegraph', 'Core', 1, [query])],
  });
  const ours = page.getByRole('region', { name: 'Ours' });
  await expect(profileIn(ours).flameGraph).toBeVisible();
  await expect(ours.getByText(/\(baseline\) compared with/)).toBeVisible();

  const core = page.getByRole('region', { name: 'Core' });
  await expect(core.getByTestId('flameGraph')).toBeVisible();
  await core.getByRole('radio', { name: 'Top Table' }).check({ force: true });
  for (const column of ['Symbol', 'Baseline', 'Comparison', 'Diff']) {
    await expect(core.getByRole('columnheader', { name: column })).toBeVisible();
  }
});

test('the largest functions are rows of a table, bars and numbers', async ({ dataSource, openDashboard, page }) => {
  // Wide enough for all columns of the table, names and all.
  await page.setViewportSize({ width: 1920, height: 1000 });
  const query = {
    refId: 'A',
    datasource: dataSource,
    queryType: 'functions',
    profileTypeId: CPU,
    labelSelector: SERVICE,
    limit: 4,
  };
  const rows = { reduceOptions: { values: true, calcs: ['lastNotNull'], fields: '/^Self$/' } };
  await openDashboard({
    panels: [
      panelOf('table', 'Table', 0, [{ ...query, functions: { by: 'self', as: 'table' } }]),
      panelOf('bargauge', 'Bars', 1, [{ ...query, functions: { by: 'self', as: 'table' } }], { options: rows }),
      panelOf('stat', 'Numbers', 2, [{ ...query, functions: { by: 'self', as: 'table' } }], { options: rows }),
      panelOf('timeseries', 'Lines', 3, [{ ...query, functions: { by: 'self', as: 'series' } }]),
    ],
  });
  const table = page.getByRole('region', { name: 'Table' });
  for (const column of ['Function', 'Self', 'Self share', 'Total', 'Total share']) {
    await expect(table.getByRole('columnheader', { name: column, exact: true })).toBeVisible();
  }
  const found = table.getByRole('row').filter({ has: page.getByRole('gridcell') });
  await expect(found).toHaveCount(4);
  const largest = (await found.first().getByRole('gridcell').first().innerText()).trim();
  await expect(page.getByRole('region', { name: 'Bars' })).toContainText(largest);
  await expect(page.getByRole('region', { name: 'Numbers' })).toContainText(largest);
  const lines = page.getByRole('region', { name: 'Lines' });
  await lines.scrollIntoViewIfNeeded();
  await expect(lines.getByRole('button', { name: largest })).toBeVisible();
});

test('single profiles are drawn by the heatmap of Grafana itself', async ({ dataSource, openDashboard, page }) => {
  const query = {
    refId: 'A',
    datasource: dataSource,
    queryType: 'heatmap',
    heatmapType: 'individual',
    profileTypeId: CPU,
    labelSelector: SERVICE,
  };
  await openDashboard({ panels: [panelOf('heatmap', 'Spread', 0, [query], { options: { calculate: false } })] });
  const heatmap = page.getByRole('region', { name: 'Spread' });
  await expect(heatmap.locator('.uplot canvas')).toBeVisible();
  await expect(heatmap.getByText('No data')).toBeHidden();
  const plot = heatmap.locator('.u-over');
  const { x, y, width, height } = (await plot.boundingBox())!;
  await expect(async () => {
    for (let part = 0.95; part > 0.3; part -= 0.05) {
      await page.mouse.move(x + width / 2, y + height * part, { steps: 3 });
      if (await page.getByText('Bucket', { exact: true }).isVisible()) {
        return;
      }
    }
    throw new Error('Nothing in the middle of the heatmap says what it holds.');
  }).toPass();
});

test('what four panels ask alike is asked once', async ({ dataSource, openDashboard, page }) => {
  const asked: string[] = [];
  page.on('request', (request) => {
    const [, method] = /\/querier\.v1\.QuerierService\/(Select\w+)/.exec(request.url()) ?? [];
    if (method !== undefined) {
      asked.push(method);
    }
  });
  const query = { refId: 'A', datasource: dataSource, queryType: 'both', profileTypeId: CPU, labelSelector: SERVICE };
  const titles = ['One', 'Two', 'Three', 'Four'];
  await page.setViewportSize({ width: 1600, height: 1200 });
  await openDashboard({ panels: titles.map((title, place) => panelOf(PANEL_ID, title, place, [query])) });
  for (const title of titles) {
    await expect(profileIn(page.getByRole('region', { name: title })).currentNode).toHaveText(/^Whole profile, total /);
  }
  // The series, how often the service uploads, and when it did last: not four times each.
  const count = (method: string) => asked.filter((each) => each === method).length;
  expect(count('SelectMergeStacktraces')).toBe(1);
  expect(count('SelectSeries')).toBeLessThanOrEqual(3);
});
