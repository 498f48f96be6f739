import { readFileSync } from 'node:fs';
import type { ExplorePage } from '@grafana/plugin-e2e';
import type { Page } from '@playwright/test';
import { load } from 'js-yaml';
import { profileIn } from './profile';
import { CPU, expect, test } from './test';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN = '00f067aa0ba902b7';
/** When the trace was, ago: its profiles are there. */
const AGO_MS = 120_000;

interface Reference {
  readonly type: string;
  readonly uid: string;
}

/** Opens a trace of two spans of the demo service in Explore; the first has samples of its own. */
async function openTrace(page: Page, explorePage: ExplorePage, traces: Reference): Promise<{ startTime: number }> {
  const startTime = Date.now() - AGO_MS;
  const tags = [{ key: 'service.name', value: 'checkout' }];
  const spans = {
    traceID: [TRACE, TRACE],
    spanID: [SPAN, 'b7ad6b7169203331'],
    parentSpanID: [null, SPAN],
    operationName: ['POST /quote', 'SELECT price'],
    serviceName: ['checkout', 'checkout'],
    serviceTags: [tags, tags],
    startTime: [startTime, startTime + 20],
    duration: [120, 50],
    tags: [
      [
        { key: 'http.method', value: 'POST' },
        { key: 'pyroscope.profile.id', value: SPAN },
      ],
      [{ key: 'db.system', value: 'postgresql' }],
    ],
  };
  const types: Record<string, string> = {
    startTime: 'number',
    duration: 'number',
    serviceTags: 'other',
    tags: 'other',
  };
  const frame = {
    schema: {
      refId: 'A',
      meta: { preferredVisualisationType: 'trace' },
      fields: Object.keys(spans).map((name) => ({ name, type: types[name] ?? 'string' })),
    },
    data: { values: Object.values(spans) },
  };
  await explorePage.mockQueryDataResponse({ results: { A: { status: 200, frames: [frame] } } });
  const pane = {
    datasource: traces.uid,
    queries: [{ refId: 'A', datasource: { type: traces.type, uid: traces.uid }, query: TRACE }],
    range: { from: 'now-15m', to: 'now' },
  };
  await page.goto(
    `/explore?${new URLSearchParams({ schemaVersion: '1', orgId: '1', panes: JSON.stringify({ one: pane }) })}`
  );
  return { startTime };
}

interface Provisioned {
  readonly datasources: ReadonlyArray<{ readonly correlations: ReadonlyArray<{ readonly label: string }> }>;
}

/** The correlations of the guide, for the demo's own CPU type, as Grafana's server would hand them to its frontend. */
async function correlate(page: Page, { uid: sourceUID }: Reference, { uid: targetUID }: Reference) {
  const yaml = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/traces.md', 'utf8'))![1];
  const filled = yaml.replaceAll('$$', '$').replaceAll('process_cpu:cpu:nanoseconds:cpu:nanoseconds', CPU);
  const [{ correlations: provisioned }] = (load(filled) as Provisioned).datasources;
  const correlations = provisioned.map((each) => ({ ...each, uid: each.label, sourceUID, targetUID, orgId: 1 }));
  await page.route('**/api/datasources/correlations?*', (route) => {
    const isOfTraces = route.request().url().includes(sourceUID);
    const found = isOfTraces ? correlations : [];
    return route.fulfill({ json: { correlations: found, page: 1, limit: 100, totalCount: found.length } });
  });
}

test('the service of a span leads to its profiles', async ({
  createDataSource,
  explorePage,
  grafanaAPIClient,
  page,
}) => {
  const traces = await createDataSource({ type: 'jaeger', name: 'Traces of the shop', url: 'http://127.0.0.1:9' });
  await openTrace(page, explorePage, traces);
  await page.getByRole('switch', { name: /^checkout POST \/quote/ }).click();
  await page
    .getByRole('switch', { name: /Resource attributes/i })
    .or(page.getByText(/^Resource attributes/i))
    .first()
    .click();
  const link = page.getByTitle('Profiles of this service');
  await expect(link).toContainText('checkout');
  await expect(link).toHaveAttribute('href', /^\/a\/pyrolens-profiles-app\/explore\?var-service=checkout\b/);
  await grafanaAPIClient.deleteDataSourceByUID(traces.uid);
});

for (const { of, selector } of [
  { of: 'service', selector: {} },
  { of: 'span', selector: { spanSelector: [SPAN] } },
  { of: 'trace', selector: { traceIdSelector: [TRACE] } },
]) {
  test(`a correlation leads from a span to the profiles of its ${of}`, async ({
    createDataSource,
    dataSource,
    explorePage,
    grafanaAPIClient,
    page,
  }) => {
    await page.setViewportSize({ width: 1600, height: 1000 });
    const traces = await createDataSource({ type: 'jaeger', name: `Traces by ${of}`, url: 'http://127.0.0.1:9' });
    await correlate(page, traces, dataSource);
    const { startTime } = await openTrace(page, explorePage, traces);
    await page.getByRole('switch', { name: /^checkout POST \/quote/ }).click();
    const asked = page.waitForResponse(/QuerierService\/SelectMerge(Stacktraces|SpanProfile)/);
    await page.getByRole('button', { name: `Flame graph of the ${of}` }).click();
    expect((await asked).status()).toBe(200);

    // Explore is split, and the other half has the query, over the time of the span.
    await expect(page).toHaveURL((url) => url.searchParams.get('panes')!.includes(dataSource.uid));
    const panes = JSON.parse(new URL(page.url()).searchParams.get('panes')!) as Record<
      string,
      { datasource: string; queries: object[]; range: { from: string; to: string } }
    >;
    const pane = Object.values(panes).find(({ datasource }) => datasource === dataSource.uid)!;
    expect(pane.queries).toMatchObject([
      { profileTypeId: CPU, labelSelector: '{service_name="checkout"}', ...selector },
    ]);
    expect([pane.range.from, pane.range.to].map(Number)).toEqual([startTime, startTime + 120]);
    if (of === 'service') {
      await expect(profileIn(page).flameGraph).toBeVisible();
    }
    // No sample of the demo service has a span or a trace; that the range is shorter than an upload is said in any case.
    await expect(page.getByText('1 warning')).toBeVisible();
    await grafanaAPIClient.deleteDataSourceByUID(traces.uid);
  });
}

test('a span without samples of its own has no link to them', async ({
  createDataSource,
  dataSource,
  explorePage,
  grafanaAPIClient,
  page,
}) => {
  const traces = await createDataSource({ type: 'jaeger', name: 'Traces without', url: 'http://127.0.0.1:9' });
  await correlate(page, traces, dataSource);
  await openTrace(page, explorePage, traces);
  await page.getByRole('switch', { name: /^SELECT price/ }).click();
  await expect(page.getByRole('button', { name: 'Flame graph of the service' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Flame graph of the span' })).toHaveCount(0);
  await grafanaAPIClient.deleteDataSourceByUID(traces.uid);
});
