import { PANEL_ID } from '../../src/pluginIds';
import { profileIn } from './profile';
import { CPU, expect, panelOf, SERVICE, test } from './test';

/** A nested set as any data source may send it: names as texts, no unit, nothing of ours. */
function frameOf(name: string, rows: ReadonlyArray<[level: number, value: number, self: number, label: string]>) {
  const column = (at: number) => rows.map((row) => row[at]);
  return {
    schema: {
      name,
      meta: { preferredVisualisationType: 'flamegraph' },
      fields: [
        { name: 'level', type: 'number' },
        { name: 'value', type: 'number' },
        { name: 'self', type: 'number' },
        { name: 'label', type: 'string' },
      ],
    },
    data: { values: [column(0), column(1), column(2), column(3)] },
  };
}

const grafana = { type: 'datasource', uid: '-- Grafana --' };
const heap = frameOf('Heap', [
  [0, 3_000_000, 0, 'total'],
  [1, 3_000_000, 1_000_000, 'load'],
  [2, 2_000_000, 2_000_000, 'parse'],
]);
const locks = frameOf('Locks', [
  [0, 40, 0, 'total'],
  [1, 40, 40, 'wait'],
]);
const snapshot = (...frames: object[]) => [
  { refId: 'A', datasource: grafana, queryType: 'snapshot', snapshot: frames },
];

test('frames of another data source are tabs, with unit, decimals and links as the panel says', async ({
  openDashboard,
  page,
}) => {
  const fieldConfig = {
    defaults: {
      links: [{ title: 'Owner of ${__data.fields.label}', url: 'https://own.example.com/${__data.fields.label}' }],
    },
    overrides: [
      {
        matcher: { id: 'byName', options: 'value' },
        properties: [
          { id: 'unit', value: 'decbytes' },
          { id: 'decimals', value: 3 },
        ],
      },
    ],
  };
  await openDashboard({ panels: [panelOf(PANEL_ID, 'Snapshot', 0, snapshot(heap, locks), { fieldConfig })] });
  const { currentNode, flameGraph } = profileIn(page);
  await expect(currentNode).toHaveText(/^Whole profile, total 3\.000 MB/);
  await flameGraph.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(currentNode).toHaveText(/^parse, total 2\.000 MB, 66\.7% of the profile/);
  await page.keyboard.press('ContextMenu');
  await expect(page.getByRole('link', { name: 'Owner of parse' })).toHaveAttribute(
    'href',
    'https://own.example.com/parse'
  );
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Locks' }).click();
  await expect(currentNode).toHaveText(/^Whole profile, total 40\.000 B/);
});

test("Grafana's own test data with a flame graph is drawn", async ({ createDataSource, openDashboard, page }) => {
  const type = 'grafana-testdata-datasource';
  const { uid } = await createDataSource({ type, name: 'Test data for profiles' });
  const targets = [{ refId: 'A', datasource: { type, uid }, scenarioId: 'flame_graph' }];
  await openDashboard({ panels: [panelOf(PANEL_ID, 'Test data', 0, targets)] });
  const { currentNode, flameGraph } = profileIn(page);
  await expect(currentNode).toHaveText(/^Whole profile, total /);
  await flameGraph.focus();
  await page.keyboard.press('ArrowDown');
  await expect(currentNode).toContainText('of the profile');
});

test("a panel that shows another panel's data draws the same", async ({ dataSource, openDashboard, page }) => {
  const query = { refId: 'A', datasource: dataSource, queryType: 'both', profileTypeId: CPU, labelSelector: SERVICE };
  const shared = { refId: 'A', datasource: { type: 'datasource', uid: '-- Dashboard --' }, panelId: 1 };
  await openDashboard({
    panels: [
      panelOf(PANEL_ID, 'Source', 0, [query]),
      panelOf(PANEL_ID, 'Shared', 1, [shared], { datasource: shared.datasource }),
    ],
  });
  const source = profileIn(page.getByRole('region', { name: 'Source' }));
  const copy = profileIn(page.getByRole('region', { name: 'Shared' }));
  await expect(copy.currentNode).toHaveText(/^Whole profile, total /);
  await expect(copy.currentNode).toHaveText((await source.currentNode.textContent())!);
});
