import type { JsonObject } from '@bufbuild/protobuf';
import { problemOf } from '../base/problem';
import { epochMs, seconds } from '../base/units';
import type { CallTree } from '../profile/callTree';
import type { ProfileQuestion } from '../profile/profileSource';
import { callTreeToText } from '../profile/textProfile';
import { createPyroscopeClient, type FullPyroscopeClient } from './client';
import type { ExemplarKind, SeriesColumns } from './questions';
import type { FlameGraphJson } from './testing/binaryForm';
import { recordedBody, recordedCases, type RecordedCase } from './testing/recordings';
import { recordedJson, recordedMethod, recordedQuestion, replay } from './testing/replay';

/** Cases that the client cannot have sent, and why. */
const notOurs: Readonly<Record<string, string>> = {
  'errors/selector-empty-string': 'the client sends {} for an empty selector',
  'errors/diff-one-side': 'the client always sends both sides',
  'profile/checkout.go-pgo': 'it was recorded as JSON; client.test.ts asks for it',
  'span/checkout.stacktraces-span-selector': 'spans are asked for by SelectMergeSpanProfile',
  'transport/gzip': 'fetch takes the compression off',
  'span/checkout.no-span': 'without spans it is SelectMergeStacktraces',
  'errors/heatmap-without-query-type': 'the client always says what to count',
  'errors/start-after-end-heatmap': 'the client always says what to count',
};

function isOurs(recorded: RecordedCase): boolean {
  const { request, name } = recorded;
  const question = recordedQuestion(recorded);
  const format = String(question.format ?? 'PROFILE_FORMAT_TREE');
  const isWellFormed =
    request.headers['Content-Type'] !== 'text/plain' &&
    request.headers['Connect-Protocol-Version'] === '1' &&
    typeof question === 'object' &&
    (question.start === undefined || Number.isInteger(Number(question.start)));
  return (
    recordedMethod(recorded) !== undefined &&
    request.method === 'POST' &&
    isWellFormed &&
    (question.start !== undefined || question.left !== undefined || /stats$/.test(name)) &&
    !/DOT|PPROF|^4$/.test(format) &&
    !(name in notOurs) &&
    (recordedMethod(recorded)?.name !== 'SelectMergeProfile' || recorded.response.bodyFile?.endsWith('.pb.gz') === true)
  );
}

const ours = recordedCases.filter(isOurs);

/** Asks by the client what the case asked. */
function ask(client: FullPyroscopeClient, recorded: RecordedCase): Promise<unknown> {
  const { signal } = new AbortController();
  const question = recordedQuestion(recorded);
  const span = { from: epochMs(Number(question.start)), to: epochMs(Number(question.end)) };
  const matchers = (question.matchers ?? []) as string[];
  switch (recordedMethod(recorded)?.name) {
    case 'ProfileTypes':
      return client.profileTypes(span, signal);
    case 'LabelNames':
      return client.labelNames({ matchers, span }, signal);
    case 'LabelValues':
      return client.labelValues({ name: String(question.name ?? ''), matchers, span }, signal);
    case 'Series':
      return client.series({ matchers, labelNames: (question.labelNames ?? []) as string[], span }, signal);
    case 'SelectSeries':
      return client.selectSeries(
        {
          ...profileQuestion(question),
          stepSeconds: seconds(Number(question.step ?? 0)),
          groupBy: (question.groupBy ?? question.group_by) as string[] | undefined,
          limit: question.limit as number | undefined,
          aggregation: /AVERAGE/.test(String(question.aggregation))
            ? 'average'
            : /SUM/.test(String(question.aggregation))
              ? 'sum'
              : undefined,
          exemplars: exemplarKind(question),
        },
        signal
      );
    case 'SelectHeatmap':
      return client.selectHeatmap(
        {
          ...profileQuestion(question),
          stepSeconds: seconds(Number(question.step ?? 0)),
          groupBy: question.groupBy as string[] | undefined,
          kind: /SPAN|^2$/.test(String(question.queryType)) ? 'span' : 'individual',
          exemplars: exemplarKind(question) !== undefined,
        },
        signal
      );
    case 'SelectMergeStacktraces':
    case 'SelectMergeSpanProfile':
      return client.mergeStacktraces(profileQuestion(question), signal);
    case 'SelectMergeProfile':
      return client.mergeProfile(profileQuestion(question), signal);
    case 'Diff':
      return client.diff(
        profileQuestion(question.left as JsonObject),
        profileQuestion(question.right as JsonObject),
        signal
      );
    case undefined:
    default:
      return client.profileStats(signal);
  }
}

/** Enums were recorded by name, or by number. */
function exemplarKind({ exemplarType }: JsonObject): ExemplarKind | undefined {
  return exemplarType === undefined ? undefined : /SPAN|^3$/.test(String(exemplarType)) ? 'span' : 'individual';
}

function profileQuestion(json: JsonObject): ProfileQuestion {
  const selector = json.stackTraceSelector as { callSite?: Array<{ name: string }> } | undefined;
  return {
    profileTypeId: String(json.profileTypeID ?? json.profile_typeID ?? ''),
    labelSelector: String(json.labelSelector ?? json.label_selector ?? ''),
    from: epochMs(Number(json.start)),
    to: epochMs(Number(json.end)),
    maxNodes: json.maxNodes as number | undefined,
    callSite: selector?.callSite?.map(({ name }) => name),
    spanSelector: json.spanSelector as string[] | undefined,
    traceIdSelector: json.traceIdSelector as string[] | undefined,
    profileIdSelector: json.profileIdSelector as string[] | undefined,
  };
}

function askReplayed(recorded: RecordedCase, omit?: 'tree' | 'flamegraph'): Promise<unknown> {
  const asksForTree = /^SelectMerge(Stacktraces|SpanProfile)$/.test(recordedMethod(recorded)?.name ?? '');
  const overrides: JsonObject = asksForTree ? { format: 'PROFILE_FORMAT_TREE' } : {};
  return ask(createPyroscopeClient({ baseUrl: '/backend/', fetch: replay(recorded, { overrides, omit }) }), recorded);
}

function answered(method: string, inBinary = false): Array<[string, RecordedCase]> {
  return ours
    .filter((each) => recordedMethod(each)?.name === method && each.response.status === 200)
    .filter((each) => (each.response.bodyFile?.includes('.pb') ?? false) === inBinary)
    .map((each) => [each.name, each]);
}

test('nearly all that was recorded can be replayed', () => {
  expect(ours.length).toBeGreaterThan(180);
});

test.each(answered('ProfileTypes'))('%s: types with all their parts', async (_, recorded) => {
  const { profileTypes } = recordedJson(recorded) as { profileTypes: JsonObject[] };
  expect(await askReplayed(recorded)).toEqual(profileTypes.map(({ ID, ...parts }) => ({ id: ID, ...parts })));
});

test.each([...answered('LabelNames'), ...answered('LabelValues')])('%s: names', async (_, recorded) => {
  expect(await askReplayed(recorded)).toEqual(recordedJson(recorded).names ?? []);
});

test.each(answered('Series'))('%s: label sets', async (_, recorded) => {
  const { labelsSet } = recordedJson(recorded) as { labelsSet: Array<{ labels: JsonObject[] }> };
  expect(await askReplayed(recorded)).toEqual(labelsSet.map(({ labels }) => labels));
});

interface ExemplarJson {
  readonly timestamp: string;
  readonly value: string;
  readonly labels: JsonObject[];
}

function exemplarsOf(parts: ReadonlyArray<{ exemplars?: readonly ExemplarJson[] }>) {
  return parts.flatMap(({ exemplars = [] }) =>
    exemplars.map(({ timestamp, value, ...rest }) => ({ ...rest, timestamp: Number(timestamp), value: Number(value) }))
  );
}

interface SeriesJson {
  readonly labels?: JsonObject[];
  readonly points: Array<{ timestamp: string; value?: number; exemplars?: ExemplarJson[] }>;
}

test.each(answered('SelectSeries'))('%s: times, values and exemplars in columns', async (_, recorded) => {
  const { series = [] } = recordedJson(recorded) as unknown as { series?: SeriesJson[] };
  expect(await askReplayed(recorded)).toEqual(
    series.map(({ labels, points }) => ({
      labels: labels ?? [],
      timestamps: Float64Array.from(points, ({ timestamp }) => Number(timestamp)),
      values: Float64Array.from(points, ({ value }) => value ?? 0),
      ...(exemplarsOf(points).length > 0 ? { exemplars: exemplarsOf(points) } : {}),
    }))
  );
});

test('exemplars were recorded for every point of a series', async () => {
  const recorded = ours.find(({ name }) => name === 'series/checkout.cpu-exemplars-individual')!;
  const [{ timestamps, exemplars = [] }] = (await askReplayed(recorded)) as SeriesColumns[];
  expect(timestamps.length).toBeGreaterThan(10);
  expect(exemplars).toHaveLength(timestamps.length);
  expect(exemplars.every(({ profileId, value }) => profileId !== undefined && value > 0)).toBe(true);
});

interface SlotJson {
  readonly timestamp: string;
  readonly yMin: number[];
  readonly counts: number[];
  readonly exemplars?: ExemplarJson[];
}

test.each(answered('SelectHeatmap'))('%s: buckets, times, counts and exemplars in columns', async (_, recorded) => {
  const { series = [] } = recordedJson(recorded) as unknown as {
    series?: Array<{ labels?: JsonObject[]; slots: SlotJson[] }>;
  };
  const mins = series[0]?.slots[0]?.yMin ?? [];
  // Of spans that were all of one length, the backend gives twenty buckets that begin at it.
  const [only] = mins;
  const isOne = mins.length > 0 && mins.every((min) => min === only);
  expect(await askReplayed(recorded)).toEqual({
    bucketMins: Float64Array.from(isOne ? [only, only * 1.05] : mins),
    series: series.map(({ labels, slots }) => ({
      labels: labels ?? [],
      timestamps: Float64Array.from(slots, ({ timestamp }) => Number(timestamp)),
      counts: Uint32Array.from(
        slots.flatMap(({ counts }) => (isOne ? [counts.reduce((sum, count) => sum + count, 0), 0] : counts))
      ),
      exemplars: exemplarsOf(slots),
    })),
  });
});

const profiles = [...answered('SelectMergeStacktraces'), ...answered('SelectMergeSpanProfile')];

test.each(profiles.filter(([, each]) => 'flamegraph' in recordedJson(each)))(
  '%s, from a backend without trees: a node a box',
  async (_, recorded) => {
    const { flamegraph = {} } = recordedJson(recorded) as { flamegraph?: FlameGraphJson };
    const tree = (await askReplayed(recorded, 'tree')) as CallTree;
    expect(tree.total[0]).toBe(Number(flamegraph.total ?? 0));
    expect(tree.length).toBe(flamegraph.levels?.reduce((sum, { values = [] }) => sum + values.length / 4, 0));
  }
);

test.each(profiles.filter(([, each]) => 'tree' in recordedJson(each)))(
  '%s: the tree goes before the flame graph, which is cut once more',
  async (_, recorded) => {
    const tree = (await askReplayed(recorded)) as CallTree;
    expect(callTreeToText(tree)).toBe(callTreeToText((await askReplayed(recorded, 'flamegraph')) as CallTree));
    const { flamegraph } = recordedJson(recorded) as { flamegraph?: FlameGraphJson };
    if (flamegraph !== undefined) {
      expect(tree.total[0]).toBe(Number(flamegraph.total ?? 0));
      expect(tree.length).toBeGreaterThanOrEqual(((await askReplayed(recorded, 'tree')) as CallTree).length);
    }
  }
);

test.each(answered('Diff'))('%s: the totals of both sides', async (_, recorded) => {
  const { flamegraph = {} } = recordedJson(recorded) as { flamegraph?: FlameGraphJson };
  const answer = (await askReplayed(recorded)) as { total: Float64Array; right: { total: Float64Array } };
  expect([answer.total[0], answer.right.total[0]]).toEqual([
    Number(flamegraph.leftTicks ?? 0),
    Number(flamegraph.rightTicks ?? 0),
  ]);
});

test.each(answered('GetProfileStats'))('%s: what the tenant has', async (_, recorded) => {
  const { oldestProfileTime, newestProfileTime } = recordedJson(recorded);
  expect(await askReplayed(recorded)).toEqual({
    dataIngested: true,
    ...(oldestProfileTime === undefined ? {} : { oldest: Number(oldestProfileTime) }),
    newest: Number(newestProfileTime),
  });
});

test.each(answered('SelectMergeProfile', true))('%s: the bytes as they are', async (_, recorded) => {
  expect(Buffer.from(recordedBody(recorded)).equals((await askReplayed(recorded)) as Uint8Array)).toBe(true);
});

test.each(ours.filter(({ response }) => response.status !== 200).map((each) => [each.name, each] as const))(
  '%s: rejected with the status and the text of the backend',
  async (_, recorded) => {
    const problem = problemOf(await askReplayed(recorded).catch((error: unknown) => error));
    expect(problem.status).toBe(recorded.response.status);
    expect(problem.detail).toBe(recordedJson(recorded).message);
  }
);
