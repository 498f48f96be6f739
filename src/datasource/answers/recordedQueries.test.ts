/** @jest-environment node */
/* Answers to queries, made of what a real Pyroscope was recorded to answer. */
import type { DataFrame } from '@grafana/data';
import { epochMs, milliseconds } from '../../base/units';
import { frameToCallTree } from '../../frames/frameToCallTree';
import { topTable } from '../../profile/topTable';
import { createPyroscopeClient, type FullPyroscopeClient } from '../../pyroscope/client';
import { recordedCase } from '../../pyroscope/testing/recordings';
import { recordedQuestion, replay } from '../../pyroscope/testing/replay';
import type { ProfilesQuery } from '../profilesQuery';
import { readyQuery } from '../queries/readyQuery';
import { fakeBackend } from '../testing/fakeBackend';
import { answerTarget } from './targetAnswer';
import { UploadIntervalFinder } from './uploadIntervals';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const { signal } = new AbortController();

/** The question of a recorded case, as any of these methods takes it. */
function questionOf(name: string) {
  const { profileTypeID, labelSelector, start, end, step } = recordedQuestion(recordedCase(name));
  return {
    profileTypeId: String(profileTypeID),
    labelSelector: String(labelSelector),
    from: epochMs(Number(start)),
    to: epochMs(Number(end)),
    stepSeconds: Number(step) as never,
  };
}

const recorded = (name: string) => createPyroscopeClient({ baseUrl: '/backend', fetch: replay(recordedCase(name)) });

/** The frames of a query over the recorded range, from a backend that answers some methods as recorded. */
async function framesOf(
  query: Partial<ProfilesQuery>,
  methods: Partial<FullPyroscopeClient>
): Promise<readonly DataFrame[]> {
  const client = { ...fakeBackend([]).client, ...methods };
  const { frames, errors } = await answerTarget(
    { client, finder: new UploadIntervalFinder(client), uid: 'p', name: 'Profiles' },
    {
      query: readyQuery({ refId: 'A', profileTypeId: CPU, labelSelector: '{}', ...query }, (text) => text),
      span: questionOf('series/checkout.process_cpu_cpu'),
      wantedStep: milliseconds(15_000),
      app: 'dashboard',
    },
    signal
  );
  expect(errors).toEqual([]);
  return frames;
}

test('a table of functions has the values of the flame graph', async () => {
  const name = 'flamegraph/checkout.cpu-tree-proto';
  const tree = await recorded(name).mergeStacktraces({ ...questionOf(name), maxNodes: 512 }, signal);
  const [frame] = await framesOf(
    { queryType: 'functions', functions: { by: 'total' } },
    { mergeStacktraces: async () => tree }
  );
  const { self, total } = topTable(tree);
  const rows = frame.fields[0].values as string[];
  rows.forEach((func, row) => {
    const at = tree.functions.names.indexOf(func);
    expect([frame.fields[1].values[row], frame.fields[3].values[row]]).toEqual([total[at], self[at]]);
  });
  // What the backend cut is no function, but is told.
  expect(tree.truncated?.length).toBeGreaterThan(0);
  expect(rows).not.toContain('other');
  expect(frame.meta?.notices?.[0].text).toContain('% of the profile is in functions that the backend cut');
});

test('a heatmap has a cell for each that the backend counted', async () => {
  const name = 'heatmap/checkout.cpu-individual';
  const question = { ...questionOf(name), kind: 'individual', exemplars: true } as const;
  const heatmap = await recorded(name).selectHeatmap(question, signal);
  const [frame] = await framesOf({ queryType: 'heatmap' }, { selectHeatmap: async () => heatmap });
  const counted = heatmap.series[0].counts.reduce((sum, count) => sum + count, 0);
  expect(counted).toBeGreaterThan(0);
  expect((frame.fields[3].values as number[]).reduce((sum, count) => sum + count, 0)).toBe(counted);
});

test('spans are named in a heatmap of spans', async () => {
  const name = 'heatmap/checkout.cpu-span';
  const question = { ...questionOf(name), kind: 'span', exemplars: true } as const;
  const heatmap = await recorded(name).selectHeatmap(question, signal);
  const [frame] = await framesOf(
    { queryType: 'exemplars', heatmapType: 'span' },
    { selectHeatmap: async () => heatmap }
  );
  const ids = frame.fields.find(({ name }) => name === 'Span ID')?.values as string[];
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{16}$/);
  }
});

test('single profiles have an id that can be asked for, and a value of their series', async () => {
  const name = 'series/checkout.cpu-exemplars-individual';
  const question = { ...questionOf(name), exemplars: 'individual' } as const;
  const series = await recorded(name).selectSeries(question, signal);
  const selectSeries: FullPyroscopeClient['selectSeries'] = async ({ exemplars }) =>
    exemplars === undefined ? [] : series;
  const [frame] = await framesOf({ queryType: 'exemplars' }, { selectSeries });
  const column = (field: string) => frame.fields.find((each) => each.name === field);
  expect(column('Profile ID')?.values[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect(column('Profile ID')?.config.links?.[0].internal?.query).toMatchObject({
    queryType: 'profile',
    profileTypeId: CPU,
    profileIdSelector: ['${__value.raw}'],
  });
  const { from, to } = questionOf(name);
  const range = column('Profile ID')?.config.links?.[0].internal?.range;
  expect([range?.from.valueOf(), range?.to.valueOf()]).toEqual([from, to]);
  expect(frame.fields.map((field) => field.name).filter((field) => field.startsWith('__'))).toEqual([]);
});

test('a comparison has both sides of what the backend compared', async () => {
  const name = 'diff/checkout.two-halves';
  const { left, right } = recordedQuestion(recordedCase(name)) as Record<string, Record<string, string>>;
  const side = (each: Record<string, string>) => ({
    profileTypeId: each.profileTypeID,
    labelSelector: each.labelSelector,
    from: epochMs(Number(each.start)),
    to: epochMs(Number(each.end)),
  });
  const tree = await recorded(name).diff(side(left), side(right), signal);
  const [frame] = await framesOf({ queryType: 'diff', baseline: { shift: '9m' } }, { diff: async () => tree });
  const shown = frameToCallTree(frame);
  expect([shown.total[0], shown.right?.total[0]]).toEqual([tree.total[0], tree.right?.total[0]]);
  expect(frame.fields.map((field) => field.name)).toEqual([
    'level',
    'value',
    'self',
    'label',
    'valueRight',
    'selfRight',
  ]);
});
