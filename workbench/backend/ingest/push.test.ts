import { gzipSync } from 'node:zlib';
import { BinaryWriter } from '@bufbuild/protobuf/wire';
import { decodePprof } from '../../../src/profile/pprof/decodePprof';
import { encodePprof } from '../../../src/profile/pprof/encodePprof';
import { callTreeToText, picture } from '../../../src/profile/textProfile';
import { createBackendServer, type BackendServer } from '../createBackendServer';
import { CPU_TYPE, cpuPprof, pushCpu } from '../testing/pushStacks';

const now = 1_700_000_000_000;

let backend: BackendServer;

beforeEach(async () => {
  backend = await createBackendServer({ now: () => now });
});

afterEach(() => backend.close());

async function push(body: BodyInit, headers: Readonly<Record<string, string>>) {
  const response = await fetch(`${backend.url}/push.v1.PusherService/Push`, { method: 'POST', body, headers });
  return { status: response.status, text: await response.text() };
}

const JSON_TYPE = { 'Content-Type': 'application/json' };

function request(labels: Readonly<Record<string, string>>, ...profiles: Uint8Array[]) {
  return {
    series: [
      {
        labels: Object.entries(labels).map(([name, value]) => ({ name, value })),
        samples: profiles.map((bytes) => ({ rawProfile: Buffer.from(bytes).toString('base64'), ID: 'x' })),
      },
    ],
  };
}

function stored() {
  return backend.store
    .select(() => true, 0, Number.MAX_SAFE_INTEGER)
    .map(({ profile }) => [profile.profileTypeId, callTreeToText(profile.tree())]);
}

const shop = { __name__: 'process_cpu', service_name: 'shop' };
const pprof = cpuPprof(now, { 'main;parse': 4, main: 1 });
const tree = picture(`
  main     5
    parse  4`);

test('JSON, with the pprof in gzip or not', async () => {
  const answer = await push(JSON.stringify(request(shop, pprof, gzipSync(pprof))), JSON_TYPE);
  expect(answer).toEqual({ status: 200, text: '{}' });
  expect(stored()).toEqual([
    [CPU_TYPE, tree],
    [CPU_TYPE, tree],
  ]);
});

test('binary protobuf, the whole request in gzip', async () => {
  const writer = new BinaryWriter();
  writer.tag(1, 2).fork();
  for (const [name, value] of Object.entries(shop)) {
    writer.tag(1, 2).fork().tag(1, 2).string(name).tag(2, 2).string(value).join();
  }
  writer.tag(2, 2).fork().tag(1, 2).bytes(pprof).tag(2, 2).string('id-1').join();
  // A field that the store does not know.
  writer.tag(9, 0).uint32(1).join();
  const answer = await push(new Uint8Array(gzipSync(writer.finish())), {
    'Content-Type': 'application/proto',
    'Content-Encoding': 'gzip',
  });
  expect(answer).toEqual({ status: 200, text: '' });
  expect(stored()).toEqual([[CPU_TYPE, tree]]);
  expect(backend.store.select(() => true, 0, now).map(({ profile }) => profile.id)).toEqual(['id-1']);
});

test('what cannot be read is told, and the rest is kept', async () => {
  const { status, text } = await push(JSON.stringify(request(shop, Buffer.from('garbage'), pprof)), JSON_TYPE);
  expect(status).toBe(400);
  expect(JSON.parse(text)).toMatchObject({
    code: 'invalid_argument',
    message: expect.stringContaining('pprof') as string,
  });
  expect(stored()).toEqual([[CPU_TYPE, tree]]);
});

test.each([
  [{ service_name: 'shop' }, /invalid metric name/],
  [{ __name__: 'process_cpu', service_name: 'shop', ['x'.repeat(1025)]: 'y' }, /label name too long/],
  [Object.fromEntries(Array.from({ length: 31 }, (_, at) => [`label_${at}`, ''])), /has 32 label names; limit 30/],
])('labels that Pyroscope refuses are refused', async (labels: Record<string, string>, message) => {
  const { status, text } = await push(JSON.stringify(request(labels, pprof)), JSON_TYPE);
  expect(status).toBe(400);
  expect((JSON.parse(text) as { message: string }).message).toMatch(message);
});

test('a series without a service is of an unknown one', async () => {
  await push(JSON.stringify(request({ __name__: 'process_cpu' }, pprof)), JSON_TYPE);
  const [{ profile }] = backend.store.select(() => true, 0, now);
  expect(profile.labels).toContainEqual({ name: 'service_name', value: 'unknown_service' });
});

test.each([[{ series: [] }], [{}]])('nothing is refused: %j', async (body) => {
  const { status, text } = await push(JSON.stringify(body), JSON_TYPE);
  expect([status, JSON.parse(text)]).toEqual([400, { code: 'invalid_argument', message: 'no profiles received' }]);
});

test('negative samples, and sample types without a value, leave nothing behind', async () => {
  await pushCpu(backend.store, { time: now, stacks: { 'main;bad': -5, 'main;good': 3, 'main;idle': 0 } });
  await pushCpu(backend.store, { time: now, stacks: { main: 0 } });
  expect(stored()).toEqual([
    [
      CPU_TYPE,
      picture(`
        main    3
          good  3`),
    ],
  ]);
});

test('functions that were inlined stand below their callers, and one without a name is its address', async () => {
  const base = decodePprof(cpuPprof(now, { 'outer;inner;raw': 7 }));
  // Locations, innermost first, become: raw without a function, and inner inlined into outer at one address.
  const inlined = {
    ...base,
    samples: {
      ...base.samples,
      locationStart: Uint32Array.of(0, 2),
      location: Uint32Array.of(1, 0),
    },
    locations: {
      length: 2,
      addressLow: Uint32Array.of(0x1000, 0x4f2a),
      addressHigh: new Uint32Array(2),
      mapping: Int32Array.of(-1, -1),
      isFolded: new Uint8Array(2),
      lineStart: Uint32Array.of(0, 2, 2),
      lines: { length: 2, func: Uint32Array.of(1, 0), line: Float64Array.of(5, 9) },
    },
  };
  await push(JSON.stringify(request(shop, encodePprof(inlined))), JSON_TYPE);
  expect(stored()).toEqual([
    [
      CPU_TYPE,
      picture(`
        outer       7
          inner     7
            0x4f2a  7`),
    ],
  ]);
});
