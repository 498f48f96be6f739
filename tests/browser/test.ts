import { test as base, type Page } from '@playwright/test';
import type { SeedTimes } from '../../workbench/seed/seedStore';
import { ProfilePanel } from './profilePanel';
import { startWorkbenchProcess, type WorkbenchProcess } from './workbenchProcess';

interface Fixtures {
  panel: ProfilePanel;
  /** True where requests to the backend are meant to fail: the browser notes each of them. */
  backendFails: boolean;
  /** Fails a story in which the browser complained of anything else. */
  complaints: void;
  /** When the seeded profiles were taken. */
  seeded: SeedTimes;
  /** Starts a workbench of the story's own, on the plugins that were built for the shared one. */
  startWorkbench: (...args: string[]) => Promise<WorkbenchProcess>;
}

/** A story on the shared workbench, whose profiles are those of workbench/seed. */
export const test = base.extend<Fixtures>({
  baseURL: ({}, use) => use(process.env.WORKBENCH_URL),
  backendFails: [false, { option: true }],
  panel: ({ page }, use) => use(new ProfilePanel(page)),
  complaints: [
    async ({ page, backendFails }, use) => {
      const complaints = listen(page);
      await use();
      const isMeant = (complaint: string) => backendFails && complaint.includes('/api/datasources/proxy/');
      test.expect(complaints.filter((complaint) => !isMeant(complaint))).toEqual([]);
    },
    { auto: true },
  ],
  seeded: async ({ request }, use) => {
    const html = await (await request.get('/')).text();
    const boot = /window\.grafanaBootData = (.*?); window\./.exec(html)![1];
    await use((JSON.parse(boot) as { workbench: { seeded: SeedTimes } }).workbench.seeded);
  },
  startWorkbench: async ({ page }, use) => {
    const started: WorkbenchProcess[] = [];
    await use(async (...args) => {
      const workbench = await startWorkbenchProcess(['--plugins', 'dist', ...args]);
      started.push(workbench);
      return workbench;
    });
    // The page must not miss what is taken away from under it.
    await page.goto('about:blank');
    await Promise.all(started.map((workbench) => workbench.stop()));
  },
});

export const { expect } = test;

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    const { url } = message.location();
    // What the backend refuses is asked to find out how far back it answers.
    const isMeant = message.text().includes('400') && url.endsWith('QuerierService/LabelNames');
    if (message.type() === 'error' && !isMeant) {
      complaints.push(`${message.text()} ${url}`);
    }
  });
  return complaints;
}
