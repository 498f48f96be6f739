import type { Problem } from '../base/problem';
import { problemOfAnswer } from './problemOfAnswer';
import { recordedBody, recordedCases, type RecordedCase } from './testing/recordings';

/** Every refusal that was recorded: its kind, what the sentence must say, and where in a selector it points. */
const refusals: Readonly<Record<string, readonly [Problem['kind'], RegExp, number?]>> = {
  'errors/bad-selector': ['bad-selector', /at its character 15: unexpected end of input/, 14],
  'errors/selector-without-braces': ['bad-selector', /at its character 13: unexpected "="/, 12],
  'errors/selector-empty-string': ['bad-selector', /cannot be read: unexpected end of input/],
  'errors/bad-regex': ['bad-selector', /missing closing \): `\(`/, 1],
  'errors/malformed-profile-type': ['bad-profile-type', /choose one from the list/],
  'errors/missing-profile-type': ['bad-profile-type', /choose one from the list/],
  'errors/empty-object': ['bad-profile-type', /choose one from the list/],
  'errors/diff-one-side': ['bad-profile-type', /choose one from the list/],
  'errors/start-after-end': ['bad-range', /ends before it begins/],
  'errors/start-after-end-series': ['bad-range', /ends before it begins/],
  'errors/start-after-end-heatmap': ['bad-range', /ends before it begins/],
  'errors/range-too-long': ['bad-range', /47h33m39.9s.*allows \(1d\): choose a shorter one/],
  'errors/step-missing': ['bad-request', /set a longer one/],
  'errors/step-too-small': ['bad-request', /set a longer one/],
  'errors/too-many-nodes': ['too-many-nodes', /1 to 1048576 nodes/],
  'errors/negative-nodes': ['too-many-nodes', /1 to 1048576 nodes/],
  'errors/proto-too-many-nodes': ['too-many-nodes', /1 to 1048576 nodes/],
  'server-v1/too-many-nodes': ['too-many-nodes', /1 to 1048576 nodes/],
  'server-v2-multitenant/too-many-nodes': ['too-many-nodes', /1 to 1048576 nodes/],
  'errors/missing-body': ['bad-request', /zero-length payload/],
  'errors/malformed-json': ['bad-request', /syntax error/],
  'errors/start-not-a-number': ['bad-request', /invalid value for int64 field start/],
  'errors/start-fraction': ['bad-request', /invalid value for int64 field start/],
  'errors/proto-garbage': ['bad-request', /illegal wireType 7/],
  'errors/wrong-content-type': ['unsupported', /answers SelectMergeStacktraces \(HTTP 415\): check the URL/],
  'errors/wrong-connect-version': ['bad-request', /Connect-Protocol-Version/],
  'errors/unknown-method': ['unsupported', /answers NoSuchMethod \(HTTP 404\): check the URL/],
  'errors/get-instead-of-post': ['unsupported', /HTTP 405/],
  'errors/cors-preflight': ['unsupported', /HTTP 405/],
  'transport/connect-get': ['unsupported', /HTTP 405/],
  'errors/bad-span-id': ['bad-request', /invalid span id length: "zz"/],
  'errors/label-values-without-name': ['bad-request', /name is required/],
  'errors/heatmap-without-query-type': ['backend-failed', /valid heatmap query type must be specified/],
  'span/checkout.span-and-trace': ['bad-request', /remove one of the two/],
  'series/checkout.cpu-exemplars-span': ['unsupported', /ask for a heatmap/],
  'server-v1/dot': ['unsupported', /begins later/],
  'server-v1/heatmap-individual': ['unsupported', /begins later/],
  'server-v1/heatmap-span': ['unsupported', /begins later/],
  'server-v2-multitenant/tenant-invalid': ['missing-tenant', /'a\/b' contains unsupported character.*X-Scope-OrgID/],
  'server-v2-multitenant/tenant-missing': ['missing-tenant', /set the X-Scope-OrgID header/],
  'server-v2-multitenant/tenant-missing-render': ['missing-tenant', /set the X-Scope-OrgID header/],
};

function answerOf(recorded: RecordedCase) {
  return {
    status: recorded.response.status,
    contentType: recorded.response.headers['content-type'] ?? '',
    body: new TextDecoder().decode(recordedBody(recorded)),
    method: recorded.request.path.split('/').pop()?.replace(/\?.*/, '') ?? '',
  };
}

const recordedRefusals = recordedCases.filter(({ response }) => response.status >= 400);

test.each(recordedRefusals.map((each) => [each.name, each] as const))('%s', (name, recorded) => {
  const [kind, sentence, position] = refusals[name] ?? [];
  const answer = answerOf(recorded);
  const problem = problemOfAnswer(answer);
  expect(problem.kind).toBe(kind);
  expect(problem.sentence).toMatch(sentence);
  expect(problem.position).toBe(position);
  expect(problem.status).toBe(answer.status);
  const said = answer.body.startsWith('{')
    ? (JSON.parse(answer.body) as { message: string }).message
    : answer.body.trim();
  expect(problem.detail).toBe(said === '' ? undefined : said);
});

/** What stands between us and the backend says things of its own. */
test.each<[string, number, string, string, Problem['kind'], RegExp]>([
  ['Grafana, when the backend is down', 502, '', '', 'unreachable', /check that it is running, and the URL/],
  [
    'Grafana, when the backend says 401',
    400,
    'text/plain',
    'Authentication to data source failed',
    'unauthorised',
    /X-Scope-OrgID/,
  ],
  [
    'Grafana, to a user without the right',
    403,
    'application/json',
    '{"accessErrorId":"ACE1","message":"Access denied"}',
    'unauthorised',
    /Access denied/,
  ],
  ['Grafana, with too long a wait', 504, 'text/plain', '', 'timeout', /HTTP 504.*shorter time range/],
  ['nginx, with a page', 502, 'text/html', '<html><h1>502 Bad Gateway</h1></html>', 'unreachable', /cannot be reached/],
  ['nginx, with too long a wait', 504, 'text/html', '<html>504 Gateway Time-out</html>', 'timeout', /HTTP 504/],
  ['a gateway that counts', 429, 'text/plain', 'Too many requests', 'rate-limited', /Too many requests.*wait a moment/],
  ['a gateway without a backend', 503, 'text/plain', 'no healthy upstream', 'backend-failed', /no healthy upstream/],
  [
    'a sign-in page',
    200,
    'text/html; charset=utf-8',
    '<!doctype html><title>Sign in</title>',
    'malformed-answer',
    /a web page: check the URL/,
  ],
  [
    'another service',
    200,
    'application/json',
    '{"status":"ok"}',
    'malformed-answer',
    /application\/json: check the URL/,
  ],
  ['a server that says nothing', 204, '', '', 'malformed-answer', /of type unknown/],
  ['a gateway with basic auth', 401, 'text/html', '<html>401</html>', 'unauthorised', /HTTP 401/],
  [
    'Pyroscope, with too many queries',
    429,
    'application/json',
    '{"code":"resource_exhausted","message":"max concurrent queries"}',
    'rate-limited',
    /max concurrent queries/,
  ],
  [
    'Pyroscope, with a message too large for gRPC',
    429,
    'application/json',
    '{"code":"resource_exhausted","message":"rpc error: code = ResourceExhausted desc = grpc: received message larger than max (200 vs. 100)"}',
    'too-many-nodes',
    /fewer nodes/,
  ],
  [
    'Pyroscope, out of time',
    500,
    'application/json',
    '{"code":"unknown","message":"context deadline exceeded"}',
    'timeout',
    /ran out of time/,
  ],
  [
    'Pyroscope, cut off',
    499,
    'application/json',
    '{"code":"canceled","message":"context canceled"}',
    'timeout',
    /context canceled/,
  ],
  [
    'Pyroscope, with a wrapped refusal',
    500,
    'application/json',
    '{"code":"unknown","message":"rpc error: code = InvalidArgument desc = bad thing"}',
    'bad-request',
    /\(bad thing\)/,
  ],
  [
    'Pyroscope, with a missing tenant behind Grafana',
    400,
    'text/plain',
    'Authentication to data source failed',
    'unauthorised',
    /if the backend has tenants, that one is set/,
  ],
  [
    'Pyroscope, with several tenants whose first has no profiles: labels',
    500,
    'application/json',
    '{"code":"internal","message":"unauthenticated: no org id"}',
    'missing-tenant',
    /several tenants at once.* no profiles/,
  ],
  [
    'Pyroscope, with several tenants whose first has no profiles: profiles',
    400,
    'application/json',
    '{"code":"invalid_argument","message":"multiple org IDs present"}',
    'missing-tenant',
    /several tenants at once.* no profiles/,
  ],
  ['Pyroscope, with a code alone', 503, 'application/json', '{"code":"unavailable"}', 'backend-failed', /unavailable/],
  [
    'a code that is a property of every object',
    500,
    'application/json',
    '{"code":"constructor","message":"x"}',
    'backend-failed',
    /x/,
  ],
  ['text that looks like JSON', 500, 'application/json', '{"message":', 'backend-failed', /\{"message":/],
])('%s', (_, status, contentType, body, kind, sentence) => {
  const problem = problemOfAnswer({ status, contentType, body, method: 'SelectSeries' });
  expect(problem).toMatchObject({ kind, status });
  expect(problem.sentence).toMatch(sentence);
  expect(problem.sentence).not.toMatch(/</);
  expect(problem.sentence).toMatch(/^[A-Z].*\.$/);
});

/** Pyroscope counts lines, and bytes in a line; we point into the text as JavaScript counts. */
test.each<[string, string, number | undefined]>([
  ['{a="größe", b', '1:16', 13],
  ['{a="𝄞",\n  b=}', '2:5', 13],
  ['{a="x"}', '7:1', undefined],
])('in %j the place %s is offset %p', (selector, place, position) => {
  const message = `parsing label selector ${JSON.stringify(selector)}: ${place}: parse error: unexpected thing`;
  const body = JSON.stringify({ code: 'invalid_argument', message });
  expect(problemOfAnswer({ status: 400, contentType: 'application/json', body, method: 'Series' }).position).toBe(
    position
  );
});

test('a page of any length leaves a detail that can be shown', () => {
  const body = '<html>'.padEnd(1_000_000, 'x');
  expect(problemOfAnswer({ status: 500, contentType: 'text/html', body, method: 'Series' }).detail).toHaveLength(4000);
});
