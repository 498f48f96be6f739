/*
 * The store against a real Pyroscope: a profile that one gave as a whole is pushed into the store, which then must give
 * the same answers about it.
 */
import { decodeFlameGraph } from '../../src/profile/decodeFlameGraph';
import { decodePprof } from '../../src/profile/pprof/decodePprof';
import { callTreeToText } from '../../src/profile/textProfile';
import type { FlameGraphJson } from '../../src/pyroscope/testing/binaryForm';
import { binaryFlameGraph } from '../../src/pyroscope/testing/binaryForm';
import { recordedBody, recordedCase } from '../../src/pyroscope/testing/recordings';
import { createBackendServer, type BackendServer } from './createBackendServer';
import { push } from './ingest/push';
import { askStore } from './testing/askStore';

/** The end of what was recorded: Pyroscope gives merged profiles the time of the range's end. */
const END = 1795241880000;

let backend: BackendServer;

beforeAll(async () => {
  backend = await createBackendServer({ now: () => END });
  for (const service of ['checkout', 'orders']) {
    await push(backend.store, {
      series: [
        {
          labels: [
            { name: '__name__', value: 'process_cpu' },
            { name: 'service_name', value: service },
          ],
          samples: [{ id: '', rawProfile: recordedBody(recordedCase(`profile/${service}.cpu`)) }],
        },
      ],
    });
  }
});

afterAll(() => backend.close());

interface Answer {
  readonly flamegraph: FlameGraphJson;
}

function recordedQuestion(name: string): { question: object; recorded: Answer } {
  const found = recordedCase(name);
  return {
    question: found.request.body as object,
    recorded: JSON.parse(new TextDecoder().decode(recordedBody(found))) as Answer,
  };
}

function treeText({ flamegraph }: Answer): string {
  return callTreeToText(decodeFlameGraph(binaryFlameGraph(flamegraph), { unit: 'nanoseconds', maxNodes: 1e9 }));
}

test.each([
  'flamegraph/checkout.process_cpu_cpu',
  'flamegraph/orders.process_cpu_cpu',
  'flamegraph/checkout.cpu-max-2',
  'flamegraph/checkout.cpu-max-16',
  'flamegraph/none.no-data',
])('%s is answered with the same flame graph', async (name) => {
  const { question, recorded } = recordedQuestion(name);
  const answer = await askStore<Answer>(backend.url, 'SelectMergeStacktraces', question);
  expect(treeText(answer)).toBe(treeText(recorded));
});

// A real Pyroscope cuts each block that it stores before it merges them, so it keeps other nodes where many are small,
// and of some less than all. What is left of the whole is the same.
test.each([
  'flamegraph/checkout.cpu-max-128',
  'flamegraph/checkout.cpu-for-call-site',
  'flamegraph/checkout.cpu-call-site',
])('%s is answered with a flame graph of the same outermost functions', async (name) => {
  const { question, recorded } = recordedQuestion(name);
  const answer = await askStore<Answer>(backend.url, 'SelectMergeStacktraces', question);
  expect(answer.flamegraph.total).toBe(recorded.flamegraph.total);
  const outermost = (text: string) => text.split('\n').filter((line) => !line.startsWith(' '));
  expect(outermost(treeText(answer))).toEqual(outermost(treeText(recorded)));
});

test('the whole profile comes out again as it went in', async () => {
  const { request } = recordedCase('profile/checkout.cpu');
  const response = await fetch(`${backend.url}${request.path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/proto' },
    body: Buffer.from(request.bodyBase64 ?? '', 'base64'),
  });
  const pprof = decodePprof(new Uint8Array(await response.arrayBuffer()));
  const recorded = decodePprof(recordedBody(recordedCase('profile/checkout.cpu')));
  expect(linesOf(pprof)).toEqual(linesOf(recorded));
  expect([pprof.sampleTypes, pprof.periodType, pprof.period, pprof.timeNanos]).toEqual([
    recorded.sampleTypes,
    recorded.periodType,
    recorded.period,
    recorded.timeNanos,
  ]);
});

/** Source line -> value of the samples that end there. */
function linesOf({ samples, locations, functions, strings }: ReturnType<typeof decodePprof>) {
  const lines = new Map<string, number>();
  for (let sample = 0; sample < samples.length; sample++) {
    const location = samples.location[samples.locationStart[sample]];
    const line = locations.lineStart[location];
    const func = locations.lines.func[line];
    const key = `${strings[functions.name[func]]} ${strings[functions.file[func]]}:${locations.lines.line[line]}`;
    lines.set(key, (lines.get(key) ?? 0) + samples.values[sample]);
  }
  return Object.fromEntries([...lines].sort(([a], [b]) => (a < b ? -1 : 1)));
}
