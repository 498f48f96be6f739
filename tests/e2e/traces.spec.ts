import { expect, test } from './test';

test('the service of a span leads to its profiles', async ({
  createDataSource,
  explorePage,
  grafanaAPIClient,
  page,
}) => {
  const traces = await createDataSource({ type: 'jaeger', name: 'Traces of the shop', url: 'http://127.0.0.1:9' });
  const tags = [{ key: 'service.name', value: 'checkout' }];
  const span = {
    traceID: ['4bf92f3577b34da6a3ce929d0e0e4736'],
    spanID: ['00f067aa0ba902b7'],
    parentSpanID: [null],
    operationName: ['POST /quote'],
    serviceName: ['checkout'],
    serviceTags: [tags],
    startTime: [Date.now() - 60_000],
    duration: [120],
    tags: [[{ key: 'http.method', value: 'POST' }]],
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
      fields: Object.keys(span).map((name) => ({ name, type: types[name] ?? 'string' })),
    },
    data: { values: Object.values(span) },
  };
  await explorePage.mockQueryDataResponse({ results: { A: { status: 200, frames: [frame] } } });
  const pane = {
    datasource: traces.uid,
    queries: [
      { refId: 'A', datasource: { type: traces.type, uid: traces.uid }, query: '4bf92f3577b34da6a3ce929d0e0e4736' },
    ],
    range: { from: 'now-15m', to: 'now' },
  };
  await page.goto(
    `/explore?${new URLSearchParams({ schemaVersion: '1', orgId: '1', panes: JSON.stringify({ one: pane }) })}`
  );
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
