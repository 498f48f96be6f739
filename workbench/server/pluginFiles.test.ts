import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findPlugins, pluginMeta } from './builtPlugins';
import { sendFile } from './sendFile';

let dist: string;
let server: Server;
let url: string;

const manifest = (id: string, type: string) =>
  JSON.stringify({ id, type, name: id, info: { version: '1.0.0', logos: { small: 'img/a.svg', large: 'img/a.svg' } } });

beforeEach(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'plugins-'));
  dist = path.join(folder, 'dist');
  await mkdir(path.join(dist, 'panel'), { recursive: true });
  await writeFile(path.join(folder, 'secret.txt'), 'secret');
  await writeFile(path.join(dist, 'plugin.json'), manifest('the-app', 'app'));
  await writeFile(path.join(dist, 'module.js'), 'app');
  await writeFile(path.join(dist, 'panel/plugin.json'), manifest('the-panel', 'panel'));
  await writeFile(path.join(dist, 'panel/module.js'), 'panel');
  server = createServer((req, res) => void sendFile(res, [dist], req.url!.slice(1), 'no-cache'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await rm(path.dirname(dist), { recursive: true });
});

test('a nested plugin is found under its own id, wherever it lies', async () => {
  const plugins = await findPlugins(dist);
  expect([...plugins.keys()]).toEqual(['the-app', 'the-panel']);
  const panel = plugins.get('the-panel')!;
  expect(panel.folder).toBe(path.join(dist, 'panel'));
  expect(pluginMeta(panel)).toMatchObject({
    module: 'public/plugins/the-panel/module.js',
    info: { logos: { small: 'public/plugins/the-panel/img/a.svg' } },
  });
});

test('a file is sent with its type', async () => {
  const answer = await fetch(`${url}/panel/module.js`);
  expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([
    200,
    'text/javascript; charset=utf-8',
    'panel',
  ]);
});

test.each(['..%2fsecret.txt', '%2e%2e/secret.txt', '%00', '%', 'panel', 'nothing.js'])(
  '%s is not there',
  async (file) => {
    expect((await fetch(`${url}/${file}`)).status).toBe(404);
  }
);
