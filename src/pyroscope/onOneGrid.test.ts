import fc from 'fast-check';
import { epochMs, seconds } from '../base/units';
import type { FullPyroscopeClient } from './client';
import { onOneGrid } from './onOneGrid';
import type { SelectSeriesQuestion, SeriesColumns } from './questions';

const { signal } = new AbortController();
const start = 1_795_240_800_000;

interface Profile {
  readonly time: number;
  readonly pod: string;
}

/** Points at `from + k * step`, each with the number of profiles in the step before it. */
function pointsOf(profiles: readonly Profile[], { from, to, stepSeconds }: SelectSeriesQuestion): SeriesColumns[] {
  const step = Math.floor(stepSeconds * 1000);
  return [...new Set(profiles.map(({ pod }) => pod))].sort().flatMap((pod) => {
    const counts = new Map<number, number>();
    for (let point: number = from; point <= to; point += step) {
      const count = profiles.filter(
        (each) => each.pod === pod && each.time > point - step && each.time <= point
      ).length;
      if (count > 0) {
        counts.set(point, count);
      }
    }
    const labels = [{ name: 'pod', value: pod }];
    const exemplars = profiles
      .filter(
        (each) => each.pod === pod && [...counts.keys()].some((point) => each.time > point - step && each.time <= point)
      )
      .map(({ time }) => ({ timestamp: epochMs(time), value: 1, labels: [] }));
    return counts.size === 0
      ? []
      : [
          {
            labels,
            timestamps: Float64Array.from(counts.keys()),
            values: Float64Array.from(counts.values()),
            exemplars,
          },
        ];
  });
}

/** A backend whose answers begin anew at these times, as they do where a storage begins or a limit moves the start. */
function backend(profiles: readonly Profile[], breaks: readonly number[]) {
  const asked: number[] = [];
  const selectSeries: FullPyroscopeClient['selectSeries'] = async (question) => {
    asked.push(question.from);
    const inside = breaks.filter((time) => time > question.from && time <= question.to).sort((a, b) => a - b);
    const starts = [question.from, ...inside];
    const parts = starts.map((from, i) => {
      const to = i + 1 < starts.length ? starts[i + 1] - 1 : question.to;
      return pointsOf(profiles, { ...question, from: epochMs(from), to: epochMs(to) });
    });
    const pods = [...new Set(parts.flat().map(({ labels }) => labels[0].value))].sort();
    return pods.map((pod) => {
      const pieces = parts.flat().filter(({ labels }) => labels[0].value === pod);
      return {
        labels: pieces[0].labels,
        timestamps: Float64Array.from(pieces.flatMap(({ timestamps }) => [...timestamps])),
        values: Float64Array.from(pieces.flatMap(({ values }) => [...values])),
        exemplars: pieces.flatMap(({ exemplars = [] }) => exemplars),
      };
    });
  };
  return { client: onOneGrid({ selectSeries } as FullPyroscopeClient), asked };
}

const byPod = (series: readonly SeriesColumns[]) =>
  Object.fromEntries(
    series.map(({ labels, timestamps, values, exemplars = [] }) => [
      labels[0].value,
      { times: [...timestamps], values: [...values], exemplars: exemplars.map(({ timestamp }) => timestamp).sort() },
    ])
  );

const question = (length: number, step: number): SelectSeriesQuestion => ({
  profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labelSelector: '{}',
  from: epochMs(start),
  to: epochMs(start + length),
  stepSeconds: seconds(step / 1000),
});

test('a young storage beside an empty one loses nothing to a long step', async () => {
  const profiles = [10, 20, 30, 40].map((time) => ({ time: start + 300 + time, pod: 'a' }));
  const { client, asked } = backend(profiles, [start + 310]);
  const [series] = await client.selectSeries(question(1000, 100), signal);
  expect([...series.timestamps]).toEqual([start + 400]);
  expect([...series.values]).toEqual([4]);
  expect(asked).toEqual([start, start + 300, start + 400]);
});

test('an answer that is on the grid is not asked for again', async () => {
  const { client, asked } = backend([{ time: start + 5, pod: 'a' }], []);
  await client.selectSeries(question(1000, 100), signal);
  expect(asked).toEqual([start]);
});

test('wherever the grid begins anew, points are those of one grid', async () => {
  const time = fc.integer({ min: start - 100, max: start + 1100 });
  const someProfiles = fc.array(fc.record({ time, pod: fc.constantFrom('a', 'b') }), { maxLength: 20 });
  const breaks = fc.array(time, { maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(someProfiles, breaks, fc.constantFrom(7, 50, 100, 333, 2000), async (someOthers, anew, step) => {
      // The last storage holds all that came since it began, which is when its oldest profile came.
      const begin = Math.max(-Infinity, ...anew);
      const held = [...anew.map((time) => ({ time, pod: 'a' })), ...someOthers].filter((each) => each.time >= begin);
      const { client } = backend(held, anew);
      expect(byPod(await client.selectSeries(question(1000, step), signal))).toEqual(
        byPod(pointsOf(held, question(1000, step)))
      );
    }),
    { numRuns: 200 }
  );
});
