import { fetchResponse, requestInit, requestUrl } from './backendRequest';

const post = (data: unknown, headers?: Record<string, string>) =>
  requestInit({ url: '/api/datasources/proxy/uid/a/b', method: 'POST', data, headers });

test('a local address is relative to the page, and parameters follow it', () => {
  expect(requestUrl({ url: '/api/x', params: { a: 1, b: ['y', 'z'], c: undefined } })).toBe('api/x?a=1&b=y&b=z');
  expect(requestUrl({ url: 'https://other/x' })).toBe('https://other/x');
});

test('bytes go through as a Blob, and only so: what Grafana would refuse is refused here too', () => {
  const proto = { 'content-type': 'application/proto' };
  const blob = new Blob([new Uint8Array([1, 2])]);
  expect(post(blob, proto).body).toBe(blob);
  expect(() => post(new Uint8Array([1, 2]), proto)).toThrow();
});

test('data is sent as JSON unless the headers say otherwise', () => {
  const { body, headers } = post({ a: 1 });
  expect(body).toBe('{"a":1}');
  expect(new Headers(headers).get('content-type')).toBe('application/json');
  expect(post({ a: '1' }, { 'content-type': 'application/x-www-form-urlencoded' }).body?.toString()).toBe('a=1');
});

test("a data source's own credentials travel beside Grafana's", () => {
  const headers = new Headers(post(undefined, { Authorization: 'Bearer mine' }).headers);
  expect(headers.get('x-ds-authorization')).toBe('Bearer mine');
  expect(headers.get('authorization')).toBeNull();
});

test('an answer is read as it was wished, else as JSON or text, whichever it is', async () => {
  const read = async (text: string, responseType?: 'arraybuffer' | 'text') =>
    (await fetchResponse(new Response(text), { url: '/x', responseType })).data;
  expect(new Uint8Array((await read('ab', 'arraybuffer')) as ArrayBuffer)).toEqual(new Uint8Array([97, 98]));
  expect(await read('{"a":1}', 'text')).toBe('{"a":1}');
  expect(await read('{"a":1}')).toEqual({ a: 1 });
  expect(await read('ready')).toBe('ready');
});
