/*
 * Holds the built plugin to its budget: what a dashboard loads before it can draw, that is, the entry modules of the
 * data source and the panel, is at most 150 kB gzip together. Chunks are loaded when they are opened.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = 150_000;
const dist = path.resolve(import.meta.dirname, '../dist');
const gzipped = (file: string) => gzipSync(readFileSync(path.join(dist, file))).length;
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

const firstLoad = ['datasource/module.js', 'panel/module.js'];
const scripts = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'));
for (const file of scripts.sort()) {
  console.log(`${file.padEnd(48)} ${kilobytes(gzipped(file))} gzip`);
}
const total = firstLoad.reduce((sum, file) => sum + gzipped(file), 0);
console.log(`data source and panel at first load: ${kilobytes(total)} of ${kilobytes(BUDGET_BYTES)} gzip`);
if (total > BUDGET_BYTES) {
  console.error(
    'The data source and the panel are over their budget: load what is not needed at first when it is opened.'
  );
  process.exitCode = 1;
}
