import { create, fromJson, toBinary } from '@bufbuild/protobuf';
import fc from 'fast-check';
import { epochMs, seconds } from '../base/units';
import type { CallTree } from '../profile/callTree';
import { createPyroscopeClient, type FullPyroscopeClient } from './client';
import {
  DiffResponseSchema,
  SelectHeatmapResponseSchema,
  SelectMergeStacktracesResponseSchema,
} from './gen/querier/v1/querier_pb';
import { problemOfAnswer } from './problemOfAnswer';
import { binaryFlameGraph } from './testing/binaryForm';
import { recordedBody, recordedCase, recordedCases } from './testing/recordings';
import { protoResponse, recordedJson } from './testing/replay';

/*
 * Whatever bytes come, the client gives a value that keeps its promises or a ProblemError: it never throws anything
 * else, and never runs on without end.
 */

const { signal } = new AbortController();
const question = {
  profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labelSelector: '{}',
  from: epochMs(1795240800000),
  to: epochMs(1795241880000),
};

/** A change somewhere in the bytes. Places are fractions, so that one mutation fits answers of any length. */
const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const mutation = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constant('set' as const), at: place, bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }) }),
  fc.record({ kind: fc.constant('insert' as const), at: place, bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }) }),
  fc.record({ kind: fc.constant('remove' as const), at: place, count: fc.integer({ min: 1, max: 300 }) }),
  fc.record({ kind: fc.constant('repeat' as const), at: place, count: fc.integer({ min: 1, max: 300 }) })
);
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(bytes: Uint8Array, change: Mutation): Uint8Array {
  const at = Math.floor(change.at * bytes.length);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (change.kind) {
    case 'cut':
      return before;
    case 'set':
      return Buffer.concat([before, change.bytes, after.subarray(change.bytes.length)]);
    case 'insert':
      return Buffer.concat([before, change.bytes, after]);
    case 'remove':
      return Buffer.concat([before, after.subarray(change.count)]);
    case 'repeat':
      return Buffer.concat([before, after.subarray(0, change.count), after]);
  }
}

function expectSoundTree(tree: CallTree): void {
  for (const column of [tree.parent, tree.subtreeEnd, tree.func, tree.total, tree.self]) {
    expect(column.length).toBe(tree.length);
  }
  for (let node = 0; node < tree.length; node++) {
    const end = tree.subtreeEnd[node];
    const parent = tree.parent[node];
    const isSound =
      end > node &&
      (node === 0 ? parent === -1 && end === tree.length : parent < node && end <= tree.subtreeEnd[parent]) &&
      tree.func[node] < tree.functions.length &&
      Number.isFinite(tree.total[node]) &&
      Number.isFinite(tree.self[node]);
    if (!isSound) {
      throw new Error(`Node ${node} of the tree is not sound.`);
    }
  }
}

const diffAnswer = toBinary(
  DiffResponseSchema,
  create(DiffResponseSchema, {
    flamegraph: binaryFlameGraph(recordedJson(recordedCase('diff/checkout.two-selectors-max-64')).flamegraph as object),
  })
);

const smallTreeAnswer = toBinary(
  SelectMergeStacktracesResponseSchema,
  create(SelectMergeStacktracesResponseSchema, {
    tree: Buffer.from(String(recordedJson(recordedCase('server-v1/tree')).tree), 'base64'),
  })
);

const heatmapAnswer = toBinary(
  SelectHeatmapResponseSchema,
  fromJson(SelectHeatmapResponseSchema, recordedJson(recordedCase('server-v2-multitenant/heatmap-span')))
);

const calls: Array<[string, Uint8Array, (client: FullPyroscopeClient) => Promise<unknown>]> = [
  ['a small tree', smallTreeAnswer, async (client) => expectSoundTree(await client.mergeStacktraces(question, signal))],
  [
    'a tree',
    recordedBody(recordedCase('flamegraph/checkout.cpu-tree-proto')),
    async (client) => expectSoundTree(await client.mergeStacktraces(question, signal)),
  ],
  [
    'a flame graph',
    recordedBody(recordedCase('flamegraph/checkout.cpu-flamegraph-proto')),
    async (client) => expectSoundTree(await client.mergeStacktraces(question, signal)),
  ],
  ['a comparison', diffAnswer, async (client) => expectSoundTree(await client.diff(question, question, signal))],
  [
    'series',
    recordedBody(recordedCase('series/checkout.cpu-proto')),
    (client) => client.selectSeries({ ...question, stepSeconds: seconds(30) }, signal),
  ],
  [
    'a heatmap',
    heatmapAnswer,
    (client) => client.selectHeatmap({ ...question, stepSeconds: seconds(60), kind: 'span' }, signal),
  ],
  [
    'labels',
    new TextEncoder().encode('\n\x0cservice_name\n\x06region'),
    (client) => client.labelNames({ matchers: [], span: question }, signal),
  ],
];

test.each(calls)('%s with bytes changed at random is read or refused', async (_, bytes, call) => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(mutation, { minLength: 1, maxLength: 3 }), async (mutations) => {
      const damaged = mutations.reduce(mutate, bytes);
      const client = createPyroscopeClient({ baseUrl: '', fetch: async () => protoResponse(damaged) });
      const error: unknown = await call(client).catch((reason: unknown) => reason);
      if (error instanceof Error) {
        expect(error).toMatchObject({ name: 'ProblemError', problem: { kind: 'malformed-answer' } });
        refused++;
      }
    }),
    { numRuns: 150 }
  );
  expect(refused).toBeGreaterThan(0);
});

const refusals = recordedCases.filter(({ response }) => response.status >= 400);

test('any status, type and text make a problem with a sentence', () => {
  const bodies = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .tuple(fc.constantFrom(...refusals), mutation)
      .map(([recorded, change]) => new TextDecoder().decode(mutate(recordedBody(recorded), change))),
    fc.tuple(fc.string(), fc.nat(), fc.nat()).map(([selector, line, column]) =>
      JSON.stringify({
        code: 'invalid_argument',
        message: `parsing label selector "${selector}": ${line}:${column}: parse error: x`,
      })
    )
  );
  const types = fc.constantFrom('', 'application/json', 'text/html', 'text/plain');
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), types, bodies, (status, contentType, body) => {
      const problem = problemOfAnswer({ status, contentType, body, method: 'Series' });
      expect(problem.kind).toMatch(/^[a-z-]+$/);
      expect(problem.status).toBe(status);
      expect(problem.sentence).toMatch(/^[A-Z][^]*\.$/);
      expect(structuredClone(problem)).toEqual(problem);
    }),
    { numRuns: 1000 }
  );
});
