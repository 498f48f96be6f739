import { gzipSync } from 'node:zlib';
import { encodePprof } from '../../../src/profile/pprof/encodePprof';
import { callTreeToText, picture } from '../../../src/profile/textProfile';
import { createBackendServer, type BackendServer } from '../createBackendServer';
import { labelValue } from '../labels';
import { cpuPprof } from '../testing/pushStacks';
import { pprofOfStacks } from './pprofOfStacks';

const now = 1_700_000_000_000;

let backend: BackendServer;

beforeEach(async () => {
  backend = await createBackendServer({ now: () => now });
});

afterEach(() => backend.close());

async function ingest(query: Readonly<Record<string, string>>, body: BodyInit, headers: HeadersInit = {}) {
  const url = `${backend.url}/ingest?${new URLSearchParams(query)}`;
  const response = await fetch(url, { method: 'POST', body, headers });
  return { status: response.status, text: await response.text() };
}

/** What the store holds: labels that were not made from the type, type, time, and picture. */
function stored() {
  return backend.store
    .select(() => true, 0, Number.MAX_SAFE_INTEGER)
    .map(({ time, profile }) => ({
      labels: profile.labels
        .filter(({ name }) => !name.startsWith('__'))
        .map(({ name, value }) => `${name}=${value}`)
        .join(' '),
      type: profile.profileTypeId,
      time,
      tree: callTreeToText(profile.tree()),
    }));
}

const heap = pprofOfStacks({
  sampleTypes: [
    { type: 'inuse_objects', unit: 'count' },
    { type: 'inuse_space', unit: 'bytes' },
  ],
  periodType: { type: 'inuse_space', unit: 'bytes' },
  time: now - 5000,
  stacks: [{ frames: ['main', 'rememberSession'], values: [3, 4096] }],
});

test('a heap profile as the Node.js SDK sends it: gzip in the body, labels in the name', async () => {
  const answer = await ingest(
    {
      name: 'checkout{otel.scope.name=com.grafana.pyroscope/nodejs,pod=checkout-0}',
      format: 'pprof',
      from: String((now - 10_000) / 1000),
      until: String(now / 1000),
      spyName: 'nodespy',
    },
    new Uint8Array(gzipSync(encodePprof(heap))),
    { 'Content-Type': 'application/octet-stream' }
  );
  expect(answer).toEqual({ status: 200, text: '' });
  const labels =
    'otel.scope.name=com.grafana.pyroscope/nodejs pod=checkout-0 pyroscope_spy=nodespy service_name=checkout';
  expect(stored()).toEqual([
    {
      labels,
      type: 'memory:inuse_objects:count:inuse_space:bytes',
      time: now - 5000,
      tree: picture(`
        main               3
          rememberSession  3`),
    },
    {
      labels,
      type: 'memory:inuse_space:bytes:inuse_space:bytes',
      time: now - 5000,
      tree: picture(`
        main               4096
          rememberSession  4096`),
    },
  ]);
});

test('a form with the profile and what its sample types mean', async () => {
  const lock = pprofOfStacks({
    sampleTypes: [{ type: 'waits', unit: 'count' }],
    time: now,
    stacks: [{ frames: ['lock'], values: [2] }],
  });
  const form = new FormData();
  form.append('profile', new Blob([new Uint8Array(gzipSync(encodePprof(lock)))]), 'profile.pprof');
  form.append('sample_type_config', new Blob(['{"waits":{"units":"lock_samples","display-name":"mutex_count"}}']), 'c');
  expect(await ingest({ name: 'shop' }, form)).toEqual({ status: 200, text: '' });
  expect(stored().map(({ type }) => type)).toEqual(['mutex:waits:count::']);
});

test('a pprof without a time gets that of the request', async () => {
  await ingest({ name: 'shop', format: 'pprof', from: String(now / 1000 - 60) }, Buffer.from(cpuPprof(0, { main: 1 })));
  expect(stored().map(({ time }) => time)).toEqual([now - 60_000]);
});

test('collapsed stacks become CPU time by the sample rate', async () => {
  const text = 'main;parse 3\nmain;render 2\n\nmain;parse 1\n';
  await ingest({ name: 'shop.cpu{region="eu"}', from: String(now), sampleRate: '50', spyName: 'mine' }, text);
  expect(stored()).toEqual([
    {
      labels: 'pyroscope_spy=mine region=eu service_name=shop',
      type: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
      time: now,
      tree: picture(`
        main     120000000
          parse   80000000
          render  40000000`),
    },
  ]);
});

test('the ending of the name tells what collapsed stacks are', async () => {
  await ingest({ name: 'my.shop.alloc_space', format: 'groups' }, 'main;new Map 4096');
  expect(stored().map(({ type, labels, tree }) => [type, labels, tree])).toEqual([
    [
      'memory:alloc_space:bytes::',
      'pyroscope_spy=unknown service_name=my.shop',
      picture(`
        main       4096
          new Map  4096`),
    ],
  ]);
});

test('lines count once each', async () => {
  await ingest({ name: 'shop', format: 'lines', sampleRate: '100' }, 'main;parse\nmain\nmain;parse\n');
  expect(stored()[0].tree).toBe(
    picture(`
      main     30000000
        parse  20000000`)
  );
});

test.each([
  [{}, 'name: service name is required'],
  [{ name: 'my shop' }, "name: invalid service name: my shop: character is not allowed: ' '"],
  [{ name: 'shop{a-b=c}' }, "name: invalid label name: a-b: character is not allowed: '-'"],
  [{ name: 'shop.web' }, 'pyroscopeIngesterAdapter failed to convert metadata: unknown profile type: web'],
])('a name that cannot be read is refused: %j', async (query: Record<string, string>, message) => {
  const { status, text } = await ingest(query, 'main 1');
  expect([status, JSON.parse(text)]).toEqual([400, { code: 'invalid_argument', message }]);
});

test('bytes that are no pprof are refused, and so is a format of Java', async () => {
  expect((await ingest({ name: 'shop', format: 'pprof' }, 'not a pprof')).status).toBe(400);
  expect((await ingest({ name: 'shop', format: 'pprof' }, Buffer.from([0x1f, 0x8b, 8, 0]))).status).toBe(400);
  expect((await ingest({ name: 'shop', format: 'jfr' }, 'FLR')).status).toBe(422);
  expect(stored()).toEqual([]);
});

test('the service name may be a label, and the name of the application then is not used', async () => {
  await ingest({ name: 'app{service_name=checkout,__name__=x,__session_id__=1}' }, 'main 1');
  expect(
    backend.store.select(() => true, 0, now).map(({ profile }) => labelValue(profile.labels, 'service_name'))
  ).toEqual(['checkout']);
});
