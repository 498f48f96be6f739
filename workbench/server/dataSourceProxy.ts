import http, { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import https from 'node:https';
import { answerText } from './answer';
import type { StoredDataSource } from './dataSourceSettings';

/*
 * Passes a request on to a data source's address as Grafana's data source proxy does (pkg/api/pluginproxy there): what
 * belongs to Grafana's own session is taken away, the data source's own credentials are put on, bytes pass unchanged,
 * and a 401 comes back as a 400 so that the browser does not take it for the end of its session.
 */

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const grafanasOwn = new Set([
  'authorization',
  'cookie',
  'host',
  'origin',
  'referer',
  'x-ds-authorization',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-grafana-user',
]);

/** `pathAndQuery` is what follows the proxy's own prefix, as the browser sent it, still escaped. */
export function proxyToDataSource(
  req: IncomingMessage,
  res: ServerResponse,
  dataSource: StoredDataSource,
  pathAndQuery: string
): void {
  const target = targetOf(dataSource.url, pathAndQuery);
  if (target === undefined) {
    answerText(res, 400, 'Invalid data source URL');
    return;
  }
  const client = target.protocol === 'https:' ? https : http;
  const upstream = client.request(target, { method: req.method, headers: headersFor(req, dataSource) });
  upstream.on('response', (answer) => {
    if (answer.statusCode === 401) {
      answer.resume();
      answerText(res, 400, 'Authentication to data source failed');
      return;
    }
    res.writeHead(answer.statusCode ?? 502, answer.statusMessage, headersBack(answer.headers));
    answer.on('error', () => res.destroy());
    // A connection that ends before its content-length is cut here too: the browser must see the same truncation.
    answer.on('aborted', () => res.destroy());
    answer.pipe(res);
  });
  upstream.on('error', () => {
    if (res.headersSent) {
      res.destroy();
    } else {
      answerText(res, 502, '');
    }
  });
  res.on('close', () => {
    if (!res.writableFinished) {
      upstream.destroy();
    }
  });
  req.pipe(upstream);
}

function targetOf(base: string, pathAndQuery: string): URL | undefined {
  if (!URL.canParse(base) || !/^https?:$/.test(new URL(base).protocol)) {
    return undefined;
  }
  const { origin, pathname } = new URL(base);
  return new URL(origin + `${pathname}/${pathAndQuery}`.replace(/\/{2,}/, '/'));
}

function headersFor(req: IncomingMessage, dataSource: StoredDataSource): IncomingHttpHeaders {
  const headers: IncomingHttpHeaders = { 'user-agent': 'Grafana/13.2.2' };
  for (const [name, value] of Object.entries(req.headers)) {
    if (!hopByHop.has(name) && !grafanasOwn.has(name) && name !== 'user-agent') {
      headers[name] = value;
    }
  }
  if (dataSource.basicAuth) {
    const pair = `${dataSource.basicAuthUser}:${dataSource.secureJsonData.basicAuthPassword ?? ''}`;
    headers.authorization = `Basic ${Buffer.from(pair).toString('base64')}`;
  }
  const own = req.headers['x-ds-authorization'];
  if (typeof own === 'string') {
    headers.authorization = own;
  }
  return { ...headers, ...customHeaders(dataSource) };
}

/** httpHeaderName1 with httpHeaderValue1, and so on: how Grafana keeps headers that a user added. */
function customHeaders({ jsonData, secureJsonData }: StoredDataSource): IncomingHttpHeaders {
  const headers: IncomingHttpHeaders = {};
  for (let i = 1; ; i++) {
    const name = jsonData[`httpHeaderName${i}`];
    if (typeof name !== 'string') {
      return headers;
    }
    headers[name.toLowerCase()] = secureJsonData[`httpHeaderValue${i}`] ?? '';
  }
}

function headersBack(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const kept = Object.entries(headers).filter(([name]) => !hopByHop.has(name) && name !== 'set-cookie');
  return { ...Object.fromEntries(kept), 'content-security-policy': 'sandbox', via: '1.1 grafana' };
}
