import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { chromiumPath } from './chromium';

const artifacts = path.resolve(import.meta.dirname, '../../artifacts');

/** Stories in Chromium, on a workbench with seeded profiles that globalSetup starts. No network besides. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  globalSetup: './globalSetup.ts',
  outputDir: path.join(artifacts, 'browser'),
  // tests/run.ts says by the variable where it wants to read the results.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE === undefined ? 'list' : [['list'], ['json']],
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1280, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    // Without a film of every frame, which alone takes longer than the stories.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: true, sources: true },
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
