import type { IncomingMessage, ServerResponse } from 'node:http';
import { connectErrorOf, errorBody, type ConnectError } from './http/connectError';
import { storeMethods } from './http/methods';
import { readBody } from './http/readBody';
import { answerUnary } from './http/unaryCall';
import { ingest } from './ingest/ingest';
import type { Store } from './store';

/** Answers a request if its path is one of the store's, and says whether it was. */
export type StoreHandler = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

const QUERIER = '/querier.v1.QuerierService/';

/** The version that the store reports, in Pyroscope's place. */
const BUILD_INFO = {
  status: 'success',
  data: { version: 'pyrolens-store', revision: '', branch: '', buildUser: '', buildDate: '', goVersion: '' },
};

/**
 * Serves the part of Pyroscope's HTTP API that the store speaks: queries and push over the Connect protocol, `/ingest`,
 * `/ready` and `/api/v1/status/buildinfo`. No CORS, as there is none in Pyroscope.
 */
export function createStoreHandler(store: Store): StoreHandler {
  const methods = storeMethods(store);
  return async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://store');
    const method = methods.get(url.pathname);
    if (method !== undefined) {
      await answerUnary(method, request, response);
      return true;
    }
    switch (url.pathname) {
      case '/ingest':
        await answerIngest(store, url.searchParams, request, response);
        return true;
      case '/ready':
        sendText(request, response, 200, 'ready\n');
        return true;
      case '/api/v1/status/buildinfo':
        request.resume();
        response.writeHead(200, { 'Content-Type': 'application/json' }).end(`${JSON.stringify(BUILD_INFO)}\n`);
        return true;
      default:
        if (url.pathname.startsWith(QUERIER)) {
          sendText(request, response, 404, '404 page not found\n');
          return true;
        }
        return false;
    }
  };
}

async function answerIngest(
  store: Store,
  query: URLSearchParams,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  if (request.method !== 'POST') {
    request.resume();
    response.writeHead(405, { Allow: 'POST', 'Content-Length': 0 }).end();
    return;
  }
  try {
    const body = Uint8Array.from(await readBody(request));
    await ingest(store, { query, contentType: request.headers['content-type'] ?? '', body });
    response.writeHead(200, { 'Content-Length': 0 }).end();
  } catch (error) {
    const failed = connectErrorOf(error);
    response.writeHead(ingestStatus(failed), {
      'Content-Type': 'application/json',
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(`${errorBody(failed)}\n`);
  }
}

function ingestStatus({ code }: ConnectError): number {
  switch (code) {
    case 'invalid_argument':
      return 400;
    case 'unimplemented':
      return 422;
    case 'resource_exhausted':
      return 413;
    case 'internal':
    case 'unknown':
      return 500;
  }
}

function sendText(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  request.resume();
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Content-Type-Options': 'nosniff' });
  response.end(text);
}
