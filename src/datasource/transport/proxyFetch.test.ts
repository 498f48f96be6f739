/** @jest-environment node */
import type { BackendSrvRequest, FetchResponse } from '@grafana/runtime';
import { NEVER, Observable, of, throwError } from 'rxjs';
import { createPyroscopeClient } from '../../pyroscope/client';
import { recordedBody, recordedCase } from '../../pyroscope/testing/recordings';
import { proxyFetch, type Carrier } from './proxyFetch';

const signal = new AbortController().signal;
const bytes = (...values: number[]) => new Uint8Array(values);

/** Grafana's BackendSrv as far as it concerns us: `answer` is its `fetch`, which is typed for any answer. */
function carrier(answer: (request: BackendSrvRequest) => Observable<unknown>): () => Carrier {
  return () => ({ fetch: answer as Carrier['fetch'] });
}

function ok(data: ArrayBuffer, contentType = 'application/proto'): Observable<Partial<FetchResponse<ArrayBuffer>>> {
  return of({ data, status: 200, statusText: 'OK', headers: new Headers({ 'Content-Type': contentType }) });
}

function post(fetch: typeof globalThis.fetch, body: BodyInit = bytes(1), init: RequestInit = {}) {
  return fetch('/api/datasources/proxy/uid/p/querier.v1.QuerierService/ProfileTypes', {
    method: 'POST',
    headers: { 'Content-Type': 'application/proto', Accept: '*/*; allow-utf8-labelnames=true' },
    body,
    ...init,
  });
}

test('bytes go as they are and come back as they are', async () => {
  const seen: BackendSrvRequest[] = [];
  const fetch = proxyFetch(
    carrier((request) => {
      seen.push(request);
      return ok(bytes(0, 255, 10, 13).buffer);
    })
  );
  const response = await post(fetch, bytes(254, 0, 195, 40));
  expect(response.headers.get('Content-Type')).toBe('application/proto');
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes(0, 255, 10, 13));
  const [{ data, ...request }] = seen;
  // Anything but a Blob would be made into JSON or a form.
  expect(data).toBeInstanceOf(Blob);
  expect(new Uint8Array(await (data as Blob).arrayBuffer())).toEqual(bytes(254, 0, 195, 40));
  expect(request).toEqual({
    url: '/api/datasources/proxy/uid/p/querier.v1.QuerierService/ProfileTypes',
    method: 'POST',
    headers: { 'content-type': 'application/proto', accept: '*/*; allow-utf8-labelnames=true' },
    responseType: 'arraybuffer',
    showErrorAlert: false,
    showSuccessAlert: false,
  });
});

test('bytes that came are not copied, however they are read', async () => {
  const buffer = new TextEncoder().encode('{"a":1}').buffer;
  const response = await post(proxyFetch(carrier(() => ok(buffer, 'application/json'))));
  expect(await response.arrayBuffer()).toBe(buffer);
  expect(await response.text()).toBe('{"a":1}');
  expect(await response.json()).toEqual({ a: 1 });
});

test('a part of a larger buffer is sent as that part', async () => {
  const sent: unknown[] = [];
  const fetch = proxyFetch(carrier((request) => (sent.push(request.data), ok(bytes().buffer))));
  await post(fetch, bytes(1, 2, 3, 4, 5).subarray(1, 3));
  expect(new Uint8Array(await (sent[0] as Blob).arrayBuffer())).toEqual(bytes(2, 3));
});

test.each([
  ['bytes', (text: string) => new TextEncoder().encode(text).buffer],
  ['text that BackendSrv wrapped', (text: string) => ({ message: text, error: 'Bad Request', response: text })],
  ['JSON that BackendSrv read', (text: string) => JSON.parse(text) as unknown],
  ['text', (text: string) => text],
])('a failed answer resolves with its body: %s', async (_, data) => {
  const text = '{"code":"invalid_argument","message":"step must be >= 1ms"}';
  const fetch = proxyFetch(
    carrier(() => throwError(() => ({ status: 400, statusText: 'Bad Request', data: data(text) })))
  );
  const response = await post(fetch);
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual(JSON.parse(text));
});

test('a network failure rejects as fetch does', async () => {
  const failure = Object.assign(new TypeError('Failed to fetch'), { data: { message: 'Unexpected error' } });
  await expect(post(proxyFetch(carrier(() => throwError(() => failure))))).rejects.toBe(failure);
});

test('aborting cancels the request', async () => {
  let isCancelled = false;
  const fetch = proxyFetch(
    carrier(
      () =>
        new Observable(() => () => {
          isCancelled = true;
        })
    )
  );
  const controller = new AbortController();
  const answer = post(fetch, bytes(1), { signal: controller.signal });
  controller.abort();
  await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
  expect(isCancelled).toBe(true);
});

test('what is aborted already is not sent', async () => {
  const fetch = proxyFetch(carrier(() => NEVER));
  await expect(post(fetch, bytes(1), { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
});

test('what Grafana cancels, because the page was left, is no failure', async () => {
  const cancelled = { type: 'cancelled', cancelled: true, data: null, status: -1, statusText: 'Request was aborted' };
  await expect(post(proxyFetch(carrier(() => throwError(() => cancelled))))).rejects.toMatchObject({
    name: 'AbortError',
  });
});

test('the client reads a recorded answer through it', async () => {
  const tree = recordedBody(recordedCase('flamegraph/checkout.cpu-tree-proto'));
  const client = createPyroscopeClient({
    baseUrl: '/api/datasources/proxy/uid/p',
    fetch: proxyFetch(carrier(() => ok(tree.slice().buffer))),
  });
  const question = { profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds', labelSelector: '{}' };
  const { total } = await client.mergeStacktraces({ ...question, from: 1 as never, to: 2 as never }, signal);
  expect(total[0]).toBe(114_110_000_000);
});

test('the client knows what Grafana says instead of an upstream 401', async () => {
  const answer = {
    status: 400,
    statusText: 'Bad Request',
    data: new TextEncoder().encode('Authentication to data source failed').buffer,
  };
  const client = createPyroscopeClient({
    baseUrl: '/api/datasources/proxy/uid/p',
    fetch: proxyFetch(carrier(() => throwError(() => answer))),
  });
  await expect(client.profileStats(signal)).rejects.toMatchObject({ problem: { kind: 'unauthorised', status: 400 } });
});
