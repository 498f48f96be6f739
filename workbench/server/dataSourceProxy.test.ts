import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { proxyToDataSource } from './dataSourceProxy';
import { DataSourceSettings } from './dataSourceSettings';

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A proxy before `backend`, as the page would reach it. */
async function proxyBefore(backend: string, form: object = {}): Promise<string> {
  const settings = new DataSourceSettings(backend);
  settings.update(form);
  return serve((req, res) => proxyToDataSource(req, res, settings.get(), req.url!.slice('/proxy/'.length))).then(
    (url) => `${url}/proxy`
  );
}

test('path, query and bytes pass unchanged; what is for Grafana does not', async () => {
  let seen: IncomingMessage | undefined;
  let body = Buffer.alloc(0);
  const backend = await serve((req, res) => {
    seen = req;
    req.on('data', (chunk: Buffer) => (body = Buffer.concat([body, chunk])));
    req.on('end', () => {
      res.writeHead(200, { 'content-type': 'application/proto', 'set-cookie': 'a=b' });
      res.end(Buffer.from([0, 255, 10]));
    });
  });
  const proxy = await proxyBefore(`${backend}/prefix/`);
  const answer = await fetch(`${proxy}/querier.v1.QuerierService/Diff%20x?a=%7B%7D`, {
    method: 'POST',
    body: new Uint8Array([1, 0, 254]),
    headers: {
      authorization: 'Basic grafana',
      'x-ds-authorization': 'Bearer mine',
      cookie: 'grafana_session=1',
      origin: 'http://localhost:4141',
      'x-scope-orgid': 'team-a',
    },
  });
  expect(seen?.url).toBe('/prefix/querier.v1.QuerierService/Diff%20x?a=%7B%7D');
  expect([...body]).toEqual([1, 0, 254]);
  expect(seen?.headers).toMatchObject({ authorization: 'Bearer mine', 'x-scope-orgid': 'team-a' });
  expect(seen?.headers).not.toHaveProperty('cookie');
  expect(seen?.headers).not.toHaveProperty('origin');
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 10]);
  expect(answer.headers.get('set-cookie')).toBeNull();
});

test("the data source's own credentials and headers are put on", async () => {
  let headers: IncomingMessage['headers'] = {};
  const backend = await serve((req, res) => {
    headers = req.headers;
    res.end();
  });
  const proxy = await proxyBefore(backend, {
    basicAuth: true,
    basicAuthUser: 'me',
    jsonData: { httpHeaderName1: 'X-Scope-OrgID' },
    secureJsonData: { basicAuthPassword: 'secret', httpHeaderValue1: 'team-b' },
  });
  await fetch(`${proxy}/ready`);
  expect(headers.authorization).toBe(`Basic ${Buffer.from('me:secret').toString('base64')}`);
  expect(headers['x-scope-orgid']).toBe('team-b');
});

test('a 401 becomes a 400, and a backend that is not there a 502', async () => {
  const proxy = await proxyBefore(await serve((_, res) => res.writeHead(401).end('who are you')));
  const refused = await fetch(`${proxy}/x`);
  expect([refused.status, await refused.text()]).toEqual([400, 'Authentication to data source failed']);
  expect((await fetch(`${await proxyBefore('http://127.0.0.1:1')}/x`)).status).toBe(502);
});

test('an answer that is cut short arrives cut short', async () => {
  const proxy = await proxyBefore(
    await serve((_, res) => {
      res.writeHead(200, { 'content-length': 100 });
      res.write('half');
      setTimeout(() => res.destroy(), 20);
    })
  );
  await expect(fetch(`${proxy}/x`).then((answer) => answer.text())).rejects.toThrow();
});

test('a page that goes away ends the request', async () => {
  const ended = new Promise<void>((resolve) => {
    void serve((_, res) => res.on('close', resolve)).then(async (backend) => {
      const leaving = new AbortController();
      const asked = fetch(`${await proxyBefore(backend)}/slow`, { signal: leaving.signal });
      setTimeout(() => leaving.abort(), 50);
      await asked.catch(() => undefined);
    });
  });
  await ended;
});
