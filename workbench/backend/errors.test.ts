/* Refusals of the store against those that a real Pyroscope gave to the same requests. */
import { recordedBody, recordedCase, recordedCases, type RecordedCase } from '../../src/pyroscope/testing/recordings';
import { createBackendServer, type BackendServer } from './createBackendServer';

let backend: BackendServer;

beforeAll(async () => {
  // A little after the recording, so that its ranges are neither in the future nor too long ago.
  backend = await createBackendServer({ now: () => 1795242000000 });
});

afterAll(() => backend.close());

async function ask({ request }: RecordedCase): Promise<Response> {
  const { method, path, headers, body, bodyBase64 } = request;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(`${backend.url}${path}`, {
    method,
    headers,
    body: bodyBase64 !== undefined ? Buffer.from(bodyBase64, 'base64') : method === 'POST' ? text : undefined,
  });
}

/** Whatever reads JSON or protobuf has its own words for what it cannot read; only how they begin is Pyroscope's. */
const beginsAs: Readonly<Record<string, RegExp>> = {
  'errors/malformed-json': /^unmarshal message: unmarshal into \*querierv1\.SelectMergeStacktracesRequest: proto: /,
  'errors/start-not-a-number': /^unmarshal message: unmarshal into \*querierv1\.SelectSeriesRequest: proto: /,
  'errors/start-fraction': /^unmarshal message: unmarshal into \*querierv1\.SelectSeriesRequest: proto: /,
  'errors/proto-garbage': /^unmarshal message: proto: /,
};

/** The real server has two storages, and tells the length of the part of the range that it asks one of them for. */
const RANGE_TOO_LONG = 'errors/range-too-long';

const isOurs = ({ server, name }: RecordedCase) => server === 'default' && !name.startsWith('render/');

const refused = recordedCases
  .filter((each) => isOurs(each) && each.response.status >= 400 && each.response.bodyFile?.endsWith('.json'))
  .map(({ name }) => name)
  .filter((name) => name !== RANGE_TOO_LONG);

test('the refusals are there', () => {
  expect(refused.length).toBeGreaterThan(20);
});

test.each(refused)('%s is refused in the same words', async (name) => {
  const recorded = recordedCase(name);
  const response = await ask(recorded);
  const expected = JSON.parse(new TextDecoder().decode(recordedBody(recorded))) as { code: string; message: string };
  const answer = (await response.json()) as { code: string; message: string };
  expect([response.status, response.headers.get('content-type')]).toEqual([
    recorded.response.status,
    'application/json',
  ]);
  const begin = beginsAs[name];
  expect(answer).toEqual(
    begin === undefined ? expected : { code: expected.code, message: expect.stringMatching(begin) as string }
  );
});

test('a range that is too long is refused in the same words', async () => {
  const response = await ask(recordedCase(RANGE_TOO_LONG));
  expect(await response.json()).toEqual({
    code: 'invalid_argument',
    message: 'the query time range exceeds the limit (max_query_length, actual: 48h0m0s, limit: 1d)',
  });
});

test.each([
  'errors/unknown-profile-type',
  'errors/no-data-series',
  'errors/range-out-of-retention',
  'errors/range-in-future',
])('%s is an empty answer', async (name) => {
  const recorded = recordedCase(name);
  const response = await ask(recorded);
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(JSON.parse(new TextDecoder().decode(recordedBody(recorded))));
});

test.each(['errors/get-instead-of-post', 'errors/cors-preflight', 'transport/connect-get'])(
  '%s is not allowed',
  async (name) => {
    const response = await ask(recordedCase(name));
    expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([405, 'POST', '']);
  }
);

test('another origin is not let in', async () => {
  const response = await ask(recordedCase('errors/cors-origin'));
  expect(response.status).toBe(200);
  expect(response.headers.has('access-control-allow-origin')).toBe(false);
});

test('a content type that is none of the protocol is refused', async () => {
  const response = await ask(recordedCase('errors/wrong-content-type'));
  expect([response.status, await response.text()]).toEqual([415, '']);
  expect(response.headers.get('accept-post')).toContain('application/proto');
});

test('a method that there is not is not found', async () => {
  const response = await ask(recordedCase('errors/unknown-method'));
  expect([response.status, await response.text()]).toEqual([404, '404 page not found\n']);
});

test('what the store cannot is told as unimplemented', async () => {
  const response = await ask(recordedCase('meta/analyze-query'));
  expect(response.status).toBe(501);
  expect(await response.json()).toEqual({
    code: 'unimplemented',
    message: 'this endpoint is not available in v1 frontend',
  });
});
