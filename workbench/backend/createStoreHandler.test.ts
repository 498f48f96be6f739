import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { createBackendServer, type BackendServer } from './createBackendServer';

let backend: BackendServer;

beforeAll(async () => {
  backend = await createBackendServer();
});

afterAll(() => backend.close());

test('answers are packed for those that can unpack them, errors too', async () => {
  const ask = (path: string, encoding: string) =>
    new Promise<{ encoding?: string; body: Buffer }>((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json', 'Accept-Encoding': encoding };
      request(`${backend.url}/querier.v1.QuerierService/${path}`, { method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ encoding: response.headers['content-encoding'], body: Buffer.concat(chunks) })
        );
      })
        .on('error', reject)
        .end('{}');
    });
  const packed = await ask('GetProfileStats', 'gzip, br');
  expect([packed.encoding, gunzipSync(packed.body).toString()]).toEqual(['gzip', '{}']);
  const refused = await ask('LabelValues', 'gzip');
  expect(gunzipSync(refused.body).toString()).toBe('{"code":"invalid_argument","message":"name is required"}');
  expect((await ask('GetProfileStats', 'identity')).body.toString()).toBe('{}');
});

test('a request that is packed in a way that nobody here unpacks is refused', async () => {
  const response = await fetch(`${backend.url}/querier.v1.QuerierService/LabelNames`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Content-Encoding': 'br' },
    body: '{}',
  });
  expect(response.status).toBe(501);
  expect(await response.json()).toMatchObject({ code: 'unimplemented' });
});

test('the store says that it is ready, and what it is', async () => {
  expect(await (await fetch(`${backend.url}/ready`)).text()).toBe('ready\n');
  expect(await (await fetch(`${backend.url}/api/v1/status/buildinfo`)).json()).toMatchObject({
    status: 'success',
    data: { version: 'pyrolens-store' },
  });
});

test('other paths are for whoever else listens there', async () => {
  expect((await fetch(`${backend.url}/`)).status).toBe(404);
  expect((await fetch(`${backend.url}/ingest`)).status).toBe(405);
});

test('a port that is taken is told', async () => {
  const port = Number(new URL(backend.url).port);
  await expect(createBackendServer({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
