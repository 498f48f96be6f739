import { PANEL_ID } from '../../src/pluginIds';
import { profileIn } from './profile';
import { CPU, expect, panelOf, SERVICE, test } from './test';

const cpu = { refId: 'A', queryType: 'both', profileTypeId: CPU, labelSelector: SERVICE };

test('options are in groups, begin with what is usual, and change the panel at once', async ({
  dataSource,
  openDashboard,
  page,
}) => {
  const query = { ...cpu, datasource: dataSource };
  await openDashboard({ panels: [panelOf(PANEL_ID, 'CPU', 0, [query])] }, { editPanel: '1' });
  const { flameGraph, timeline } = profileIn(page);
  await expect(timeline).toBeVisible();
  const groups = ['View', 'Colors', 'Labels', 'Filters', 'Timeline', 'Comparison', 'Standard options', 'Data links'];
  for (const group of groups) {
    await expect(page.getByTestId(new RegExp(`Options group ${group}`)).first()).toBeAttached();
  }
  await page.getByRole('switch', { name: 'Show timeline' }).click({ force: true });
  await expect(timeline).toBeHidden();
  await expect(flameGraph).toBeVisible();
});

test('unit and decimals of an override, and data links, hold in the panel', async ({
  dataSource,
  openDashboard,
  page,
}) => {
  const query = { ...cpu, datasource: dataSource, queryType: 'profile' };
  const fieldConfig = {
    defaults: {
      links: [{ title: 'Code of ${__data.fields.label}', url: 'https://code.example.com/?q=${__data.fields.label}' }],
    },
    overrides: [
      {
        matcher: { id: 'byName', options: 'value' },
        properties: [
          { id: 'unit', value: 'ms' },
          { id: 'decimals', value: 3 },
        ],
      },
    ],
  };
  await openDashboard({ panels: [panelOf(PANEL_ID, 'CPU', 0, [query], { fieldConfig })] });
  const { currentNode, flameGraph } = profileIn(page);
  await expect(currentNode).toHaveText(/total [\d.,]+\.\d{3} \w+/);
  await flameGraph.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ContextMenu');
  const link = page.getByRole('link', { name: /^Code of / });
  await expect(link).toHaveCount(1);
  await expect(link).toHaveAttribute('href', /^https:\/\/code\.example\.com\/\?q=.+/);
});

test('a panel that repeats is drawn once for each value', async ({ dataSource, openDashboard, page }) => {
  const endpoint = {
    name: 'endpoint',
    type: 'query',
    datasource: dataSource,
    query: { refId: 'endpoint', type: 'labelValue', labelName: 'endpoint', labelSelector: SERVICE },
    refresh: 2,
    multi: true,
    includeAll: true,
    current: { text: ['/pay', '/quote'], value: ['/pay', '/quote'] },
    options: [],
  };
  const query = { ...cpu, datasource: dataSource, labelSelector: '{service_name="checkout", endpoint="$endpoint"}' };
  const repeat = { repeat: 'endpoint', repeatDirection: 'h', maxPerRow: 4 };
  await openDashboard({
    variables: [endpoint],
    panels: [panelOf(PANEL_ID, 'CPU of $endpoint', 0, [query], repeat)],
  });
  const totals = [];
  for (const name of ['CPU of /pay', 'CPU of /quote']) {
    const { currentNode, flameGraph } = profileIn(page.getByRole('region', { name }));
    await expect(flameGraph).toBeVisible();
    totals.push(await currentNode.textContent());
  }
  expect(new Set(totals).size).toBe(2);
});
