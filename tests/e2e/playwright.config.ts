/*
 * User stories in a real Grafana that has the built plugin, the provisioning of this repository, and profiles of the
 * demo service: what docker-compose.yaml brings up.
 *
 *   GRAFANA_URL=http://localhost:3000 npm run e2e
 */
import path from 'node:path';
import type { PluginOptions } from '@grafana/plugin-e2e';
import { defineConfig, devices } from '@playwright/test';
import { chromiumPath } from '../browser/chromium';

const root = path.resolve(import.meta.dirname, '../..');
const artifacts = path.join(root, 'artifacts/e2e');

const grafanaUrl = process.env.GRAFANA_URL;
if (grafanaUrl === undefined || !URL.canParse(grafanaUrl)) {
  throw new Error(
    'GRAFANA_URL must be the address of a Grafana that has the plugin and its provisioning, such as ' +
      'http://localhost:3000 after "docker compose up".'
  );
}

export default defineConfig<PluginOptions>({
  testDir: import.meta.dirname,
  outputDir: path.join(artifacts, 'results'),
  reporter: [['list'], ['html', { outputFolder: path.join(artifacts, 'report'), open: 'never' }]],
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: grafanaUrl,
    provisioningRootDir: path.join(root, 'provisioning'),
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    ...devices['Desktop Chrome'],
    launchOptions: {
      // Where there is none, Playwright's own.
      executablePath: chromiumPath(),
      args: ['--no-sandbox', '--disable-background-networking'],
    },
  },
  projects: [
    { name: 'sign in', testMatch: 'signIn.setup.ts' },
    {
      name: 'user stories',
      testMatch: '*.spec.ts',
      dependencies: ['sign in'],
      use: { storageState: path.join(artifacts, 'admin.json') },
    },
  ],
});
