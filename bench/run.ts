/*
 * npm run bench -- [--sizes 10k,100k,1M@3000] [--times 9] [--write name]: drives Chromium over generated call trees and
 * prints the figures; `--write` also keeps them in bench/results/<name>.md.
 */
import { chromium } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { figuresTable } from './figuresTable';
import { startServer } from './server';
import { viteConfig } from './viteConfig';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10k,100k,1M,1M@3000' },
    times: { type: 'string', default: '9' },
    write: { type: 'string' },
  },
});

const dist = mkdtempSync(path.join(os.tmpdir(), 'pyrolens-bench-'));
const tables: string[] = [];
try {
  await build(viteConfig(dist));
  const { url, server } = await startServer({ dist });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  tables.push(`Chromium ${browser.version()}, ${os.cpus().length} × ${os.cpus()[0]?.model}, window 1600 × 900.\n`);
  for (const size of values.sizes.split(',')) {
    const { nodes, depth } = shapeOf(size);
    const page = await browser.newPage({ viewport: { width: 1600, height: 900 } });
    await page.goto(`${url}figures.html`);
    await page.waitForFunction(() => typeof window.__figures === 'function');
    const request = { nodes, depth, seed: 1, times: Number(values.times) };
    const figures = await page.evaluate((wanted) => window.__figures(wanted), request);
    tables.push(figuresTable(`${nodes.toLocaleString('en')} nodes, at most ${depth} levels`, figures));
    await page.close();
  }
  await browser.close();
  server.close();
} finally {
  rmSync(dist, { recursive: true });
}
const report = tables.join('\n');
console.log(report);
if (values.write !== undefined) {
  const folder = path.join(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${path.basename(values.write)}.md`), report);
}

/** `100k`, `1M@3000`: nodes, and levels below the root. */
function shapeOf(size: string): { nodes: number; depth: number } {
  const [count = '', depth = '64'] = size.split('@');
  const match = /^(\d+(?:\.\d+)?)([kM]?)$/.exec(count);
  if (match === null || !/^\d+$/.test(depth)) {
    throw new Error(`"${size}" is no size: write 10k, 1M or 1M@3000.`);
  }
  return { nodes: Number(match[1]) * { '': 1, k: 1e3, M: 1e6 }[match[2] as '' | 'k' | 'M'], depth: Number(depth) };
}
