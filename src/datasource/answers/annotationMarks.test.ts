import { epochMs, seconds } from '../../base/units';
import type { SeriesColumns } from '../../pyroscope/questions';
import { seriesMarks, throttlingMarks } from './annotationMarks';

const START = 1_795_240_800_000;
const STEP = 15_000;
const time = (at: number) => START + at * STEP;

function series(values: readonly number[], labels: SeriesColumns['labels'] = []): SeriesColumns {
  return {
    labels,
    timestamps: Float64Array.from(values, (_, at) => time(at + 1)),
    values: Float64Array.from(values),
  };
}

const write = (value: number) => `${value} cores`;

test('a spike and a step are told in words', () => {
  const spike = Array.from({ length: 40 }, (_, at) => (at === 20 ? 5 : 1));
  expect(seriesMarks([series(spike, [{ name: 'pod', value: 'a' }])], 'spikes', { write })).toEqual([
    { from: time(20), to: time(21), text: 'a: Spike: 5 cores, usually 1 cores.', tags: ['spike', 'a'] },
  ]);
  const step = Array.from({ length: 40 }, (_, at) => (at < 20 ? 4 : 1));
  expect(seriesMarks([series(step)], 'steps', { write })).toEqual([
    { from: time(20), to: time(21), text: 'Fall from 4 cores to 1 cores.', tags: ['step'] },
  ]);
});

test('throttling is one mark as long as it goes on, and says which limit was reached', async () => {
  const value = '{"body":{"periodType":"day","periodLimitMb":1024,"limitResetTime":1795305600,"usageGroup":"shop"}}';
  const key = 'pyroscope.ingest.throttled';
  const annotations = [3, 4, 5, 9].map((at) => ({ timestamp: epochMs(time(at)), key, value }));
  const client = { selectSeries: () => Promise.resolve([{ ...series([1]), annotations }]) };
  const question = {
    profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
    labelSelector: '{}',
    from: epochMs(time(0)),
    to: epochMs(time(10)),
    stepSeconds: seconds(15),
  };
  const text =
    'Only a sample of the profiles of shop was taken until 2026-11-22T00:00:00Z: the limit of 1024 MiB per day was reached.';
  expect(await throttlingMarks(client, question, new AbortController().signal)).toEqual([
    { from: time(2), to: time(5), text, tags: ['throttled'] },
    { from: time(8), to: time(9), text, tags: ['throttled'] },
  ]);
});
