import { fromJson, toBinary } from '@bufbuild/protobuf';
import { ProblemError } from '../base/problem';
import { epochMs } from '../base/units';
import { textProfile } from '../profile/textProfile';
import { createCapabilities, type Feature, type Support } from './capabilities';
import type { FullPyroscopeClient } from './client';
import { GetFeatureFlagsResponseSchema } from './gen/capabilities/v1/feature_flags_pb';
import type { SeriesColumns } from './questions';
import { recordedCase } from './testing/recordings';
import { protoResponse, recordedJson } from './testing/replay';

const { signal } = new AbortController();
const now = () => 1_795_241_880_000;
const nowhere = { baseUrl: '', fetch: () => Promise.reject(new TypeError('Failed to fetch')) };

const features: readonly Feature[] = [
  'heatmap',
  'exemplars',
  'traceSelector',
  'profileSelector',
  'callSite',
  'seriesCallSite',
];

/** How a backend takes an option: does as it says, does as if it were not there, or refuses. */
type Manner = 'honours' | 'ignores' | 'refuses';

interface Backend {
  readonly heatmap: Manner;
  readonly exemplars: Manner;
  readonly traces: Manner;
  readonly profileIds: Manner;
  readonly callSite: Manner;
  readonly seriesCallSite: Manner;
}

const newer: Backend = {
  heatmap: 'honours',
  exemplars: 'honours',
  traces: 'honours',
  profileIds: 'honours',
  callSite: 'honours',
  seriesCallSite: 'ignores',
};
const older: Backend = {
  heatmap: 'refuses',
  exemplars: 'ignores',
  traces: 'refuses',
  profileIds: 'ignores',
  callSite: 'ignores',
  seriesCallSite: 'honours',
};

function checkRefusal(manner: Manner): void {
  if (manner === 'refuses') {
    throw new ProblemError({ kind: 'unsupported', status: 501, sentence: 'Not on this storage.' });
  }
}

/** A client of a backend with one profile of 7 in the last hour, and how often what was asked of it. */
function clientOf(backend: Backend, { profiles = 1, fails }: { profiles?: number; fails?: Error } = {}) {
  const state = { profiles, fails };
  const asked: string[] = [];
  const ask = (what: string) => {
    asked.push(what);
    if (state.fails !== undefined) {
      throw state.fails;
    }
  };
  const client: Partial<FullPyroscopeClient> = {
    async series({ span }) {
      ask('series');
      expect(span).toEqual({ from: epochMs(now() - 3_600_000), to: epochMs(now()) });
      const of = (type: string) => [
        { name: 'service_name', value: 'che"ckout' },
        { name: '__profile_type__', value: type },
      ];
      return state.profiles === 0 ? [] : [of('memory:inuse_space:bytes:space:bytes'), of('process_cpu:cpu:n:cpu:n')];
    },
    async selectSeries({ callSite, exemplars, labelSelector, profileTypeId }): Promise<SeriesColumns[]> {
      ask(callSite === undefined ? 'selectSeries' : 'selectSeries callSite');
      expect([profileTypeId, labelSelector]).toEqual(['process_cpu:cpu:n:cpu:n', '{service_name="che\\"ckout"}']);
      if (exemplars !== undefined) {
        checkRefusal(backend.exemplars);
      }
      const isNothing = callSite !== undefined && backend.seriesCallSite === 'honours';
      const exemplar = { timestamp: epochMs(now()), value: 7, labels: [] };
      return isNothing
        ? []
        : [
            {
              labels: [],
              timestamps: Float64Array.of(now()),
              values: Float64Array.of(7),
              ...(exemplars !== undefined && backend.exemplars === 'honours' ? { exemplars: [exemplar] } : {}),
            },
          ];
    },
    async selectHeatmap() {
      ask('selectHeatmap');
      checkRefusal(backend.heatmap);
      return { bucketMins: new Float64Array(), series: [] };
    },
    async mergeStacktraces({ traceIdSelector, profileIdSelector, callSite, maxNodes }) {
      ask('mergeStacktraces');
      expect(maxNodes).toBeLessThan(100);
      const manner =
        traceIdSelector !== undefined
          ? backend.traces
          : profileIdSelector !== undefined
            ? backend.profileIds
            : callSite !== undefined
              ? backend.callSite
              : 'ignores';
      checkRefusal(manner);
      return textProfile(manner === 'honours' ? '' : 'main 7');
    },
  };
  return { client: client as FullPyroscopeClient, asked, state };
}

async function allOf(backend: Backend): Promise<Record<string, Support>> {
  const capabilities = createCapabilities(clientOf(backend).client, nowhere, now);
  const found = await Promise.all(features.map((each) => capabilities.supports(each, signal)));
  return Object.fromEntries(features.map((each, i) => [each, found[i]]));
}

test('the newer storage does all but follow a function over time', async () => {
  expect(await allOf(newer)).toEqual({
    heatmap: 'yes',
    exemplars: 'yes',
    traceSelector: 'yes',
    profileSelector: 'yes',
    callSite: 'yes',
    seriesCallSite: 'no',
  });
});

test('the older storage does that alone, whether it refuses the rest or ignores it', async () => {
  const found = {
    heatmap: 'no',
    exemplars: 'no',
    traceSelector: 'no',
    profileSelector: 'no',
    callSite: 'no',
    seriesCallSite: 'yes',
  };
  expect(await allOf(older)).toEqual(found);
  expect(await allOf({ ...older, traces: 'ignores', exemplars: 'refuses' })).toEqual(found);
});

test('what is known is not asked again, and what several want to know at once is asked once', async () => {
  const { client, asked } = clientOf(newer);
  const capabilities = createCapabilities(client, nowhere, now);
  await Promise.all([capabilities.supports('heatmap', signal), capabilities.supports('heatmap', signal)]);
  await capabilities.supports('heatmap', signal);
  await capabilities.supports('exemplars', signal);
  expect(asked).toEqual(['series', 'selectSeries', 'selectHeatmap']);
});

test('without profiles nothing is known, until there are some', async () => {
  const { client, state } = clientOf(newer, { profiles: 0 });
  const capabilities = createCapabilities(client, nowhere, now);
  expect(await capabilities.supports('callSite', signal)).toBe('unknown');
  state.profiles = 1;
  expect(await capabilities.supports('callSite', signal)).toBe('yes');
});

test('a backend that is down is no error here, and is asked again when it is up', async () => {
  const { client, state } = clientOf(newer, { fails: new ProblemError({ kind: 'unreachable', sentence: 'Down.' }) });
  const capabilities = createCapabilities(client, nowhere, now);
  expect(await capabilities.supports('heatmap', signal)).toBe('unknown');
  expect(await capabilities.facts(signal)).toEqual({});
  state.fails = undefined;
  expect(await capabilities.supports('heatmap', signal)).toBe('yes');
});

test('who aborts leaves, and the others learn what they asked for', async () => {
  const capabilities = createCapabilities(clientOf(newer).client, nowhere, now);
  const controller = new AbortController();
  const leaving = capabilities.supports('heatmap', controller.signal);
  const staying = capabilities.supports('heatmap', signal);
  controller.abort();
  await expect(leaving).rejects.toBe(controller.signal.reason);
  expect(await staying).toBe('yes');
  await expect(capabilities.facts(controller.signal)).rejects.toBe(controller.signal.reason);
});

describe('facts', () => {
  const flags = () =>
    protoResponse(
      toBinary(
        GetFeatureFlagsResponseSchema,
        fromJson(GetFeatureFlagsResponseSchema, recordedJson(recordedCase('meta/feature-flags')), {
          ignoreUnknownFields: true,
        })
      )
    );
  const json = (value: unknown) =>
    new Response(JSON.stringify(value), { headers: { 'Content-Type': 'application/json' } });
  const buildInfo = (version: string) => json({ status: 'success', data: { version, revision: 'abc' } });
  const notFound = () => new Response('404 page not found', { status: 404 });

  function factsFrom(answers: { buildInfo: () => Response; flags: () => Response }) {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = async (input) => {
      const url = input instanceof Request ? input.url : String(input);
      asked.push(url);
      return url.endsWith('/api/v1/status/buildinfo') ? answers.buildInfo() : answers.flags();
    };
    const { client } = clientOf(newer);
    return { capabilities: createCapabilities(client, { baseUrl: '/proxy/', fetch }, now), asked };
  }

  test('version and storage, as the backend says, asked once', async () => {
    const { capabilities, asked } = factsFrom({ buildInfo: () => buildInfo('1.19.0'), flags });
    expect(await capabilities.facts(signal)).toEqual({ version: '1.19.0', hasNewerStorage: true });
    await capabilities.facts(signal);
    expect(asked.sort()).toEqual([
      '/proxy/api/v1/status/buildinfo',
      '/proxy/capabilities.v1.FeatureFlagsService/GetFeatureFlags',
    ]);
  });

  test.each([
    ['is too old', notFound],
    ['is hidden behind a web page', () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } })],
    ['may not be asked', () => new Response('{"message":"no"}', { status: 403 })],
    ['says something else', () => json([null])],
  ])('none from a backend that %s', async (_, answer) => {
    const { capabilities } = factsFrom({ buildInfo: answer, flags: answer });
    expect(await capabilities.facts(signal)).toEqual({});
  });

  test('some from a backend that knows some', async () => {
    const { capabilities } = factsFrom({ buildInfo: () => buildInfo('1.12.0'), flags: notFound });
    expect(await capabilities.facts(signal)).toEqual({ version: '1.12.0' });
  });

  test('are asked for again where the backend was overloaded', async () => {
    const answers = { buildInfo: () => new Response('', { status: 503 }), flags };
    const { capabilities } = factsFrom(answers);
    expect(await capabilities.facts(signal)).toEqual({});
    answers.buildInfo = () => buildInfo('1.19.0');
    expect(await capabilities.facts(signal)).toEqual({ version: '1.19.0', hasNewerStorage: true });
  });
});
