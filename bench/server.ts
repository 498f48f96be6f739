import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
};

export interface BenchServer {
  readonly url: string;
  readonly server: Server;
}

/** Serves the built pages, Grafana's icons, and under /files/ the profiles of a folder; on this machine only. */
export async function startServer(options: { dist: string; files?: string; port?: number }): Promise<BenchServer> {
  const ui = path.dirname(createRequire(import.meta.url).resolve('@grafana/ui/package.json'));
  const folders: Array<[prefix: string, folder: string]> = [
    ['/public/build/img/icons/', path.join(ui, 'dist/public/img/icons')],
    ['/public/img/icons/', path.join(ui, 'dist/public/img/icons')],
    ...(options.files === undefined ? [] : [['/files/', path.resolve(options.files)] as [string, string]]),
    ['/', options.dist],
  ];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const [prefix, folder] = folders.find(([start]) => pathname.startsWith(start)) ?? ['/', options.dist];
    const rest = decodeURIComponent(pathname.slice(prefix.length)) || 'index.html';
    const file = path.join(folder, rest);
    if (!file.startsWith(folder) || !isFile(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream' });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, server };
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}
