import { expect, test as base } from '@grafana/plugin-e2e';
import type { Page } from '@playwright/test';
import { DATA_SOURCE_ID } from '../../src/pluginIds';

/** The CPU of the demo service: a Node.js program, whose profiler sends it with the wall time. */
export const CPU = 'wall:cpu:nanoseconds:wall:nanoseconds';
export const SERVICE = '{service_name="checkout"}';

interface Fixtures {
  /** The provisioned data source, as queries and variables name it. */
  dataSource: { type: string; uid: string };
  /** Makes a dashboard over the last minutes, opens it, and takes it away after the story. */
  openDashboard: (content: DashboardContent, view?: DashboardView) => Promise<string>;
  /** True where requests are meant to fail: Grafana's own data sources note it in many ways. */
  backendFails: boolean;
  /** Fails a story in which the browser complained of anything of ours. */
  complaints: void;
}

interface DashboardContent {
  readonly panels?: readonly object[];
  readonly variables?: readonly object[];
  readonly annotations?: readonly object[];
}

/** Parts of the address: `editPanel=1`, `editview=variables`. */
type DashboardView = Readonly<Record<string, string>>;

export const test = base.extend<Fixtures>({
  backendFails: [false, { option: true }],
  dataSource: async ({ readProvisionedDataSource }, use) => {
    const { uid } = await readProvisionedDataSource({ fileName: 'pyrolens.yaml' });
    await use({ type: DATA_SOURCE_ID, uid });
  },
  openDashboard: async ({ page, request }, use, { title }) => {
    const made: string[] = [];
    await use(async ({ panels = [], variables = [], annotations = [] }, view = {}) => {
      const dashboard = {
        title: `${title} ${Date.now()}`,
        schemaVersion: 41,
        time: { from: 'now-15m', to: 'now' },
        panels,
        templating: { list: variables },
        annotations: { list: annotations },
      };
      const answer = await request.post('/api/dashboards/db', { data: { dashboard, overwrite: true } });
      expect(answer.status(), await answer.text()).toBe(200);
      const { uid } = (await answer.json()) as { uid: string };
      made.push(uid);
      await page.goto(`/d/${uid}?${new URLSearchParams(view)}`);
      return uid;
    });
    for (const uid of made) {
      await request.delete(`/api/dashboards/uid/${uid}`);
    }
  },
  complaints: [
    async ({ page, backendFails }, use) => {
      const complaints = backendFails ? [] : listen(page);
      await use();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** What the browser and Grafana note as errors, without what Grafana's own requests get. */
function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const { url } = message.location();
    const isRequest = message.text().startsWith('Failed to load resource');
    const isOurs = /\/api\/datasources\/proxy\/|\/plugins\/pyrolens-/.test(url);
    // What the backend refuses is asked to find out how far back it answers.
    const isMeant = isRequest && message.text().includes('400') && url.endsWith('QuerierService/LabelNames');
    if (message.type() === 'error' && (!isRequest || isOurs) && !isMeant) {
      complaints.push(`${message.text()} ${url}`);
    }
  });
  return complaints;
}

/** A panel of a dashboard, as it is saved; `place` is how many panels are before it. */
export function panelOf(
  type: string,
  title: string,
  place: number,
  targets: readonly object[],
  more: object = {}
): object {
  const gridPos = { x: (place % 2) * 12, y: Math.floor(place / 2) * 10, w: 12, h: 10 };
  return {
    id: place + 1,
    type,
    title,
    gridPos,
    targets,
    options: {},
    fieldConfig: { defaults: {}, overrides: [] },
    ...more,
  };
}
