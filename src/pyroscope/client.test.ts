import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { create, toBinary } from '@bufbuild/protobuf';
import { problemOf, type Problem } from '../base/problem';
import { epochMs, seconds } from '../base/units';
import type { ProfileQuestion } from '../profile/profileSource';
import { callTreeToText } from '../profile/textProfile';
import { createPyroscopeClient, type FullPyroscopeClient, type PyroscopeClient } from './client';
import {
  DiffResponseSchema,
  SelectHeatmapResponseSchema,
  SelectMergeStacktracesResponseSchema,
  SelectSeriesResponseSchema,
} from './gen/querier/v1/querier_pb';
import { decodersInPlace, type ProfileDecoders } from './profileDecoders';
import { binaryFlameGraph } from './testing/binaryForm';
import { recordedBody, recordedCase, recordedResponse } from './testing/recordings';
import { protoResponse, recordedJson, replay } from './testing/replay';

const { signal } = new AbortController();
const cpu = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const checkout: ProfileQuestion = {
  profileTypeId: cpu,
  labelSelector: '{service_name="checkout"}',
  from: epochMs(1795240800000),
  to: epochMs(1795241880000),
};
const span = { from: checkout.from, to: checkout.to };

interface Sent {
  url: string;
  headers: Headers;
  body: Buffer;
}

/** A client whose requests are kept and all answered alike. */
function clientWith(answer: () => Response): { client: FullPyroscopeClient; sent: Sent[] } {
  const sent: Sent[] = [];
  const client = createPyroscopeClient({
    baseUrl: '/api/datasources/proxy/uid/abc',
    fetch: async (input, init) => {
      sent.push({
        url: input instanceof Request ? input.url : String(input),
        headers: new Headers(init?.headers),
        body: Buffer.from(init?.body as Uint8Array),
      });
      return answer();
    },
  });
  return { client, sent };
}

async function problemFrom(call: Promise<unknown>): Promise<Problem> {
  return call.then(
    () => {
      throw new Error('The call was not rejected.');
    },
    (error: unknown) => problemOf(error)
  );
}

describe('the bytes of a request are those that were recorded', () => {
  const byPod = { ...checkout, stepSeconds: seconds(30), groupBy: ['region'] };
  const cases: Array<[string, (client: PyroscopeClient) => Promise<unknown>]> = [
    ['series/checkout.cpu-proto', (client) => client.selectSeries(byPod, signal)],
    ['flamegraph/checkout.cpu-tree-proto', (client) => client.mergeStacktraces({ ...checkout, maxNodes: 512 }, signal)],
    ['profile/checkout.cpu', (client) => client.mergeProfile(checkout, signal)],
  ];
  test.each(cases)('%s', async (name, call) => {
    const recorded = recordedCase(name);
    const { client, sent } = clientWith(() => recordedResponse(recorded));
    await call(client);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body.toString('base64')).toBe(recorded.request.bodyBase64);
    expect(sent[0]?.url).toBe(`/api/datasources/proxy/uid/abc${recorded.request.path}`);
    expect(Object.fromEntries(sent[0].headers)).toEqual({
      accept: '*/*; allow-utf8-labelnames=true',
      'connect-protocol-version': '1',
      'content-type': 'application/proto',
    });
  });
});

test("a profile for Go's compiler is asked for as was recorded, and no other is", async () => {
  const fetch = replay(recordedCase('profile/checkout.go-pgo'));
  const client = createPyroscopeClient({ baseUrl: '/backend', fetch });
  await client.mergeProfile({ ...checkout, forGoCompiler: true }, signal);
  expect((await problemFrom(client.mergeProfile(checkout, signal))).detail).toContain('was recorded');
});

test('a recorded tree and the flame graph of the same profile give the same call tree', async () => {
  const [tree, flameGraph] = ['tree', 'flamegraph'].map((format) => {
    const { client } = clientWith(() => recordedResponse(recordedCase(`flamegraph/checkout.cpu-${format}-proto`)));
    return client.mergeStacktraces({ ...checkout, maxNodes: 512 }, signal);
  });
  const text = callTreeToText(await tree);
  expect(text).toContain('main.');
  expect(callTreeToText(await flameGraph)).toBe(text);
});

test('series in binary are those that the same question gave in JSON', async () => {
  const { client } = clientWith(() => recordedResponse(recordedCase('series/checkout.cpu-proto')));
  const columns = await client.selectSeries({ ...checkout, stepSeconds: seconds(30), groupBy: ['region'] }, signal);
  const { series } = recordedJson(recordedCase('series/checkout.cpu-by-region')) as unknown as {
    series: Array<{ labels: object[]; points: Array<{ timestamp: string; value: number }> }>;
  };
  expect(columns).toHaveLength(2);
  expect(columns).toEqual(
    series.map(({ labels, points }) => ({
      labels,
      timestamps: Float64Array.from(points, ({ timestamp }) => Number(timestamp)),
      values: Float64Array.from(points, ({ value }) => value),
    }))
  );
});

test('times are rounded to whole milliseconds, and no time at all is a bad range that is never sent', async () => {
  const { client, sent } = clientWith(() => protoResponse(new Uint8Array()));
  await client.labelNames({ matchers: [], span: { from: epochMs(1000.5), to: epochMs(2000.4) } }, signal);
  expect(sent[0]?.body).toEqual(Buffer.from([0x10, 0xe9, 0x07, 0x18, 0xd0, 0x0f]));
  const problem = await problemFrom(client.profileTypes({ from: epochMs(NaN), to: epochMs(1) }, signal));
  expect(problem.kind).toBe('bad-range');
  expect(sent).toHaveLength(1);
});

test('an empty selector asks for everything', async () => {
  const { client, sent } = clientWith(() => protoResponse(new Uint8Array()));
  await client.mergeStacktraces({ ...checkout, labelSelector: ' ' }, signal);
  expect(sent[0]?.body.toString('latin1')).toContain('\x12\x02{}');
});

test('a heatmap whose slots have different buckets is damaged, not drawn askew', async () => {
  const slot = (yMin: number[], counts: number[]) => ({ timestamp: 1n, yMin, counts });
  const clientFor = (...slots: Array<ReturnType<typeof slot>>) => {
    const message = create(SelectHeatmapResponseSchema, { series: [{ slots }] });
    return clientWith(() => protoResponse(toBinary(SelectHeatmapResponseSchema, message))).client;
  };
  const question = { ...checkout, stepSeconds: seconds(60), kind: 'span' } as const;
  const whole = clientFor(slot([1, 2], [3, 4]), slot([1, 2], [5, 6]));
  expect((await whole.selectHeatmap(question, signal)).series[0]?.counts).toEqual(Uint32Array.of(3, 4, 5, 6));
  for (const askew of [slot([1, 3], [5, 6]), slot([1], [5]), slot([1, 2], [5]), slot([1, 2], [5, -6])]) {
    const client = clientFor(slot([1, 2], [3, 4]), askew);
    expect((await problemFrom(client.selectHeatmap(question, signal))).kind).toBe('malformed-answer');
  }
});

test('what the backend noted about points comes with them', async () => {
  const annotations = [{ key: 'pyroscope.ingest.throttled', value: '{}' }];
  const points = [{ timestamp: 1000n }, { timestamp: 2000n, value: 5, annotations }];
  const message = create(SelectSeriesResponseSchema, { series: [{ points }] });
  const { client } = clientWith(() => protoResponse(toBinary(SelectSeriesResponseSchema, message)));
  const [series] = await client.selectSeries({ ...checkout, stepSeconds: seconds(1) }, signal);
  expect(series?.annotations).toEqual([{ timestamp: 2000, key: 'pyroscope.ingest.throttled', value: '{}' }]);
});

test('no data is an empty profile', async () => {
  const { client } = clientWith(() => protoResponse(new Uint8Array()));
  expect(callTreeToText(await client.mergeStacktraces(checkout, signal))).toBe('');
  expect(callTreeToText(await client.diff(checkout, checkout, signal))).toBe('');
  expect(await client.selectSeries({ ...checkout, stepSeconds: seconds(15) }, signal)).toEqual([]);
});

test('values are in the unit of the profile type, and in none if two sides of a comparison differ', async () => {
  const { flamegraph } = recordedJson(recordedCase('diff/checkout.different-types')) as { flamegraph: object };
  const message = create(DiffResponseSchema, { flamegraph: binaryFlameGraph(flamegraph) });
  const { client } = clientWith(() => protoResponse(toBinary(DiffResponseSchema, message)));
  const memory = { ...checkout, profileTypeId: 'memory:alloc_space:bytes:space:bytes' };
  expect((await client.diff(memory, memory, signal)).unit).toBe('bytes');
  expect((await client.diff(checkout, memory, signal)).unit).toBe('unknown');
  const { client: empty } = clientWith(() => protoResponse(new Uint8Array()));
  expect((await empty.mergeStacktraces(memory, signal)).unit).toBe('bytes');
});

describe('spans', () => {
  const spanQuestion = { ...checkout, spanSelector: ['5a33883204daf2a6'] };

  test('are asked for by the method that every backend has', async () => {
    const { client, sent } = clientWith(() => protoResponse(new Uint8Array()));
    await client.mergeStacktraces(spanQuestion, signal);
    expect(sent[0]?.url).toMatch(/\/SelectMergeSpanProfile$/);
  });

  test('together with other selections go to the method that has them all', async () => {
    const { client, sent } = clientWith(() => protoResponse(new Uint8Array()));
    await client.mergeStacktraces({ ...spanQuestion, callSite: ['main'] }, signal);
    await client.mergeStacktraces({ ...spanQuestion, traceIdSelector: ['00'] }, signal);
    expect(sent.map(({ url }) => url.split('/').pop())).toEqual(['SelectMergeStacktraces', 'SelectMergeStacktraces']);
  });

  test('have a pprof profile where the backend can make one', async () => {
    const recorded = recordedCase('flamegraph/checkout.cpu-pprof-proto');
    const { client, sent } = clientWith(() => recordedResponse(recorded));
    const profile = await client.mergeProfile({ ...spanQuestion, maxNodes: 512 }, signal);
    expect(sent[0]?.url).toMatch(/\/SelectMergeStacktraces$/);
    // The profile fills the answer but for the headers of two fields, of a tag and a length each.
    expect(recordedBody(recorded).length - profile.length).toBeLessThanOrEqual(8);
    expect(Buffer.from(recordedBody(recorded)).subarray(-profile.length).equals(profile)).toBe(true);
  });

  test('are not passed off as the whole profile by a backend that cannot', async () => {
    const message = create(SelectMergeStacktracesResponseSchema, { tree: new Uint8Array(3) });
    const { client } = clientWith(() => protoResponse(toBinary(SelectMergeStacktracesResponseSchema, message)));
    expect((await problemFrom(client.mergeProfile(spanQuestion, signal))).kind).toBe('unsupported');
  });
});

describe('an answer that is damaged', () => {
  const whole = recordedBody(recordedCase('flamegraph/checkout.cpu-tree-proto'));

  test('in its envelope', async () => {
    const { client } = clientWith(() => protoResponse(whole.subarray(0, whole.length - 100)));
    const problem = await problemFrom(client.mergeStacktraces(checkout, signal));
    expect(problem.kind).toBe('malformed-answer');
    expect(problem.sentence).toMatch(/damaged or was cut short/);
  });

  test('in the profile itself', async () => {
    const message = create(SelectMergeStacktracesResponseSchema, { tree: whole.subarray(3, 1000) });
    const { client } = clientWith(() => protoResponse(toBinary(SelectMergeStacktracesResponseSchema, message)));
    const problem = await problemFrom(client.mergeStacktraces(checkout, signal));
    expect(problem.kind).toBe('malformed-answer');
    expect(problem.detail).toMatch(/^tree at/);
  });
});

describe('decoders that the client was given', () => {
  const answer = () => recordedResponse(recordedCase('flamegraph/checkout.cpu-tree-proto'));
  const clientWithTree = (tree: ProfileDecoders['tree']) =>
    createPyroscopeClient({ baseUrl: '', fetch: async () => answer(), decoders: { ...decodersInPlace, tree } });

  test('get the bytes of the profile, and what is needed to read them', async () => {
    const tree = jest.fn(decodersInPlace.tree);
    await clientWithTree(tree).mergeStacktraces({ ...checkout, maxNodes: 512 }, signal);
    expect(tree).toHaveBeenCalledWith(expect.any(Uint8Array), { unit: 'nanoseconds', maxNodes: 512 }, signal);
  });

  test('fail in their own words', async () => {
    const client = clientWithTree(async () => Promise.reject(new Error('out of memory')));
    await expect(client.mergeStacktraces(checkout, signal)).rejects.toThrow('out of memory');
  });

  test.each([
    ['cancelling', 'AbortError', (reason: DOMException) => expect(reason).toMatchObject({ name: 'AbortError' })],
    ['a time limit', 'TimeoutError', (error: unknown) => expect(problemOf(error).kind).toBe('timeout')],
  ])('are ended by %s', async (_, name, check) => {
    const controller = new AbortController();
    const client = clientWithTree((_bytes, _options, aborting) => {
      controller.abort(new DOMException('enough', name));
      return Promise.reject(aborting.reason as Error);
    });
    check(
      (await client.mergeStacktraces(checkout, controller.signal).catch((error: DOMException) => error)) as DOMException
    );
  });
});

describe('over a real connection', () => {
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const server = createServer((request, response) => answer(request, response));
  let client: PyroscopeClient;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    client = createPyroscopeClient({ baseUrl: `http://127.0.0.1:${port}/`, fetch: globalThis.fetch });
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const calls: Array<[string, (signal: AbortSignal) => Promise<unknown>]> = [
    ['a message', (aborting) => client.labelNames({ matchers: [], span }, aborting)],
    ['a profile', (aborting) => client.mergeStacktraces(checkout, aborting)],
    ['bytes', (aborting) => client.mergeProfile(checkout, aborting)],
  ];

  test.each(calls)('aborting a call for %s closes the connection, and is an abort, not a problem', async (_, call) => {
    const controller = new AbortController();
    const closed = new Promise<void>((resolve) => {
      answer = (request) => {
        request.socket.once('close', () => resolve());
        controller.abort();
      };
    });
    const error: unknown = await call(controller.signal).catch((reason: unknown) => reason);
    expect(error).toBe(controller.signal.reason);
    expect(error).toMatchObject({ name: 'AbortError' });
    await closed;
  });

  test.each(calls)('aborting while %s arrives is an abort too', async (_, call) => {
    const controller = new AbortController();
    answer = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/proto' });
      response.write('abc', () => controller.abort());
    };
    await expect(call(controller.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });

  test.each(calls)('a call for %s that is aborted already is not sent', async (_, call) => {
    answer = () => {
      throw new Error('The request was sent.');
    };
    await expect(call(AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
  });

  test.each(calls)('a time limit of the caller ends a call for %s with a timeout', async (_, call) => {
    answer = () => undefined;
    expect((await problemFrom(call(AbortSignal.timeout(20)))).kind).toBe('timeout');
  });

  test.each(calls)('a connection that breaks while %s arrives is a problem of the connection', async (_, call) => {
    answer = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'application/proto', 'Content-Length': 1000 });
      response.write('abc', () => response.destroy());
    };
    expect(await problemFrom(call(signal))).toMatchObject({ kind: 'unreachable' });
  });

  test.each(calls)('a refusal of a call for %s has the status and text of the backend', async (_, call) => {
    answer = (_request, response) => {
      response.writeHead(400, { 'Content-Type': 'text/plain' });
      response.end('Authentication to data source failed');
    };
    expect(await problemFrom(call(signal))).toMatchObject({
      kind: 'unauthorised',
      status: 400,
      detail: 'Authentication to data source failed',
    });
  });

  test.each(calls)('a web page in place of %s is named as such', async (_, call) => {
    answer = (_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end('<html>Sign in</html>');
    };
    expect(await problemFrom(call(signal))).toMatchObject({ kind: 'malformed-answer', detail: '<html>Sign in</html>' });
  });

  test('nothing listens', async () => {
    const nobody = createPyroscopeClient({ baseUrl: 'http://127.0.0.1:1', fetch: globalThis.fetch });
    expect(await problemFrom(nobody.profileTypes(span, signal))).toMatchObject({ kind: 'unreachable' });
  });
});
