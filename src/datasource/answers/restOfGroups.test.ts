/** @jest-environment node */
/* The rest of a grouping by several labels, against profiles that were pushed, and of which the truth is known. */
import type { DataFrame } from '@grafana/data';
import { createBackendServer, type BackendServer } from '../../../workbench/backend/createBackendServer';
import { pushCpu } from '../../../workbench/backend/testing/pushStacks';
import { epochMs, milliseconds } from '../../base/units';
import { pyrolensMeta } from '../../frames/frameMeta';
import { connectBackend } from '../../pyroscope/connectBackend';
import type { ProfilesQuery } from '../profilesQuery';
import { readyQuery } from '../queries/readyQuery';
import { answerTarget } from './targetAnswer';
import { UploadIntervalFinder } from './uploadIntervals';

const CPU = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const NOW = 1_795_240_800_000;
const START = NOW - 600_000;
const { signal } = new AbortController();

/**
 * Cores of each pair of labels in each of the two halves of the range. Values of the largest pairs come back in small
 * ones, so that no selector by single labels tells the rest from what is shown. One lacks a label.
 */
const PAIRS: ReadonlyArray<readonly [region: string, version: string, cores: readonly [number, number]]> = [
  ['eu', 'v1', [8, 4]],
  ['us', 'v2', [6, 7]],
  ['eu', 'v2', [2, 3]],
  ['us', 'v1', [1, 0.5]],
  ['us', '', [0.5, 1]],
  ['ap', 'v1', [0.25, 0]],
];

let backend: BackendServer;

beforeAll(async () => {
  backend = await createBackendServer({ now: () => NOW });
  for (let time = START + 7_000; time < NOW; time += 15_000) {
    const half = time < START + 300_000 ? 0 : 1;
    for (const [region, version, cores] of PAIRS) {
      if (cores[half] > 0) {
        const labels = { region, ...(version === '' ? {} : { version }) };
        await pushCpu(backend.store, { time, labels, stacks: { 'main;work': cores[half] * 15e9 } });
      }
    }
  }
});

afterAll(() => backend.close());

async function framesOf(query: Partial<ProfilesQuery>, step: number): Promise<DataFrame[]> {
  const { client } = connectBackend({ baseUrl: backend.url, fetch: (input, init) => fetch(input, init) });
  const asks = { refId: 'A', queryType: 'metrics', labelSelector: '{}', profileTypeId: CPU, ...query };
  const { frames, errors } = await answerTarget(
    { client, finder: new UploadIntervalFinder(client, () => NOW), uid: 'p', name: 'Profiles' },
    {
      query: readyQuery(asks, (text) => text),
      span: { from: epochMs(START), to: epochMs(NOW) },
      wantedStep: milliseconds(step * 1000),
      app: 'dashboard',
    },
    signal
  );
  expect(errors).toEqual([]);
  return frames;
}

test.each([15, 60, 300])('the rest is what is not shown, in every step of %d s', async (step) => {
  const frames = await framesOf({ groupBy: ['region', 'version'], limit: 2, includeRest: true }, step);
  expect(frames.map((frame) => frame.fields[1].config.displayNameFromDS ?? frame.fields[1].config.displayName)).toEqual(
    ['us, v2', 'eu, v1', 'other']
  );
  const rest = frames[2];
  expect(pyrolensMeta(rest)).toHaveProperty('isRest', true);
  const times = rest.fields[0].values as number[];
  expect(times).toHaveLength(600 / step);
  times.forEach((time, at) => {
    const half = time <= START + 300_000 ? 0 : 1;
    const left = PAIRS.slice(2).reduce((sum, [, , cores]) => sum + cores[half], 0);
    expect(rest.fields[1].values[at]).toBeCloseTo(left, 9);
  });
});

test('with all pairs shown there is no rest', async () => {
  const frames = await framesOf({ groupBy: ['region', 'version'], limit: 6, includeRest: true }, 60);
  expect(frames).toHaveLength(6);
  expect(frames.map(pyrolensMeta).some((note) => note?.kind === 'series' && note.isRest)).toBe(false);
});

test('a pair that is shown is asked about with both of its labels, the one that it lacks as empty', async () => {
  const frames = await framesOf({ groupBy: ['region', 'version'] }, 60);
  const selectors = frames.map((frame) => pyrolensMeta(frame)?.question.labelSelector);
  expect(selectors).toContain('{region="eu", version="v2"}');
  expect(selectors).toContain('{region="us", version=""}');
});
