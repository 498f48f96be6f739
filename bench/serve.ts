/*
 * tsx bench/serve.ts [--port 5199] [--files folder] [--out folder]: builds the pages and serves them until it is stopped.
 */
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { startServer } from './server';
import { viteConfig } from './viteConfig';

const { values } = parseArgs({
  options: { port: { type: 'string' }, files: { type: 'string' }, out: { type: 'string' } },
});
const dist = path.resolve(values.out ?? path.join(os.tmpdir(), 'pyrolens-bench'));
await build(viteConfig(dist));
const { url } = await startServer({ dist, files: values.files, port: Number(values.port ?? 5199) });
console.log(`${url} for flame graph benches, ${url}show.html to look at a profile`);
