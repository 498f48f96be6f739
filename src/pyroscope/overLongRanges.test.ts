import fc from 'fast-check';
import { ProblemError, problemOf } from '../base/problem';
import { epochMs, milliseconds, seconds, type TimeSpan } from '../base/units';
import { diffTrees } from '../profile/diffTrees';
import { createCallTreeBuilder } from '../profile/callTreeBuilder';
import type { ProfileQuestion } from '../profile/profileSource';
import { callTreeToText } from '../profile/textProfile';
import type { FullPyroscopeClient } from './client';
import { joinSeries } from './joinSeries';
import { overLongRanges } from './overLongRanges';
import { problemOfAnswer } from './problemOfAnswer';
import type { Heatmap } from './questions';
import { recordedBody, recordedCase } from './testing/recordings';

const { signal } = new AbortController();
const hour = 3_600_000;
const day = 24 * hour;
const start = 1_795_240_800_000;
const span = (fromDay: number, toDay: number): TimeSpan => ({
  from: epochMs(start + fromDay * day),
  to: epochMs(start + toDay * day),
});
const profileTypeId = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const week: ProfileQuestion = { profileTypeId, labelSelector: '{}', ...span(0, 7) };

interface Profile {
  readonly time: number;
  readonly pod: string;
  readonly stack: readonly string[];
  readonly value: number;
}

/** As recorded from Pyroscope, with another limit put in. */
function tooLong(limit: string): ProblemError {
  const recorded = recordedCase('errors/range-too-long');
  const body = new TextDecoder().decode(recordedBody(recorded)).replace('limit: 1d', `limit: ${limit}`);
  return new ProblemError(
    problemOfAnswer({ status: recorded.response.status, contentType: 'application/json', body, method: 'SelectSeries' })
  );
}

/** A backend that answers as Pyroscope does from these profiles. With a limit it refuses longer ranges. */
function backend(profiles: readonly Profile[], limit?: { text: string; length: number }) {
  const asked: TimeSpan[] = [];
  const check = ({ from, to }: TimeSpan) => {
    asked.push({ from, to });
    if (limit !== undefined && to - from > limit.length) {
      throw tooLong(limit.text);
    }
  };
  const inside = ({ from, to }: TimeSpan) => profiles.filter(({ time }) => time >= from && time < to);
  const client: Partial<FullPyroscopeClient> = {
    async labelNames(question) {
      check(question.span);
      return [...new Set(inside(question.span).map(({ stack }) => `label_${stack[0]}`))];
    },
    async labelValues(question) {
      check(question.span);
      return [...new Set(inside(question.span).map(({ pod }) => pod))];
    },
    async series(question) {
      check(question.span);
      return [...new Set(inside(question.span).map(({ pod }) => pod))].map((value) => [{ name: 'pod', value }]);
    },
    async profileTypes(asking) {
      check(asking);
      const parts = { name: '', sampleType: '', sampleUnit: '', periodType: '', periodUnit: '' };
      return [...new Set(inside(asking).map(({ pod }) => pod))].map((id) => ({ id, ...parts }));
    },
    async selectSeries(question) {
      check(question);
      const step = question.stepSeconds * 1000;
      const series = [...new Set(profiles.map(({ pod }) => pod))].flatMap((pod) => {
        const sums = new Map<number, number>();
        for (let point: number = question.from; point <= question.to; point += step) {
          for (const profile of profiles) {
            if (profile.pod === pod && profile.time > point - step && profile.time <= point) {
              sums.set(point, (sums.get(point) ?? 0) + profile.value);
            }
          }
        }
        const labels = [{ name: 'pod', value: pod }];
        return sums.size === 0
          ? []
          : [{ labels, timestamps: Float64Array.from(sums.keys()), values: Float64Array.from(sums.values()) }];
      });
      return joinSeries([series], question.limit);
    },
    async mergeStacktraces(question) {
      check(question);
      const builder = createCallTreeBuilder('nanoseconds');
      inside(question).forEach(({ stack, value }) => builder.addStack(stack, value));
      return builder.build();
    },
    async diff(left, right) {
      check(left);
      check(right);
      return diffTrees(await this.mergeStacktraces!(left, signal), await this.mergeStacktraces!(right, signal));
    },
    async mergeProfile(question) {
      check(question);
      return new Uint8Array();
    },
  };
  return { client: client as FullPyroscopeClient, asked };
}

const aDay = { text: '1d', length: day };
const someProfiles = fc.array(
  fc.record({
    time: fc.integer({ min: start - day, max: start + 8 * day }),
    pod: fc.constantFrom('a', 'b', 'c'),
    stack: fc.array(fc.constantFrom('main', 'read', 'write'), { minLength: 1, maxLength: 3 }),
    value: fc.integer({ min: 1, max: 100 }),
  }),
  { maxLength: 30 }
);

describe('answers in parts are what one answer would be', () => {
  test('of series, on one grid, the largest first', async () => {
    const steps = fc.constantFrom(600, 5000, 7 * 3600, 2 * 86_400);
    const limits = fc.constantFrom(undefined, 1, 2);
    await fc.assert(
      fc.asyncProperty(someProfiles, steps, limits, async (profiles, step, limit) => {
        const question = { ...week, stepSeconds: seconds(step), groupBy: ['pod'], limit };
        const inParts = await overLongRanges(backend(profiles, aDay).client).selectSeries(question, signal);
        expect(inParts).toEqual(await backend(profiles).client.selectSeries(question, signal));
      }),
      { numRuns: 60 }
    );
  });

  test('of flame graphs and comparisons', async () => {
    await fc.assert(
      fc.asyncProperty(someProfiles, async (profiles) => {
        const [limited, whole] = [overLongRanges(backend(profiles, aDay).client), backend(profiles).client];
        expect(callTreeToText(await limited.mergeStacktraces(week, signal))).toBe(
          callTreeToText(await whole.mergeStacktraces(week, signal))
        );
        const short = { ...week, ...span(6.5, 7) };
        for (const [left, right] of [
          [week, short],
          [short, week],
          [short, short],
        ]) {
          expect(callTreeToText(await limited.diff(left, right, signal))).toBe(
            callTreeToText(await whole.diff(left, right, signal))
          );
        }
      }),
      { numRuns: 60 }
    );
  });

  test('of names, values, label sets and types', async () => {
    await fc.assert(
      fc.asyncProperty(someProfiles, async (profiles) => {
        const [limited, whole] = [overLongRanges(backend(profiles, aDay).client), backend(profiles).client];
        const question = { name: 'pod', matchers: [], labelNames: [], span: week };
        for (const ask of [
          async (client: FullPyroscopeClient) => client.labelNames(question, signal),
          async (client: FullPyroscopeClient) => client.labelValues(question, signal),
          async (client: FullPyroscopeClient) => (await client.series(question, signal)).map(String),
          async (client: FullPyroscopeClient) => (await client.profileTypes(week, signal)).map(({ id }) => id),
        ]) {
          expect((await ask(limited)).sort()).toEqual((await ask(whole)).sort());
        }
      }),
      { numRuns: 30 }
    );
  });
});

const one: Profile = { time: start + 1, pod: 'a', stack: ['main'], value: 1 };

test('the limit is learned once, from the refusal', async () => {
  const { client, asked } = backend([one], aDay);
  const limited = overLongRanges(client);
  await limited.mergeStacktraces(week, signal);
  expect(asked.map(({ from, to }) => (to - from) / day)).toEqual([7, 1, 1, 1, 1, 1, 1, 1]);
  asked.length = 0;
  await limited.labelValues({ name: 'pod', matchers: [], span: span(0, 2) }, signal);
  expect(asked).toEqual([span(0, 1), span(1, 2)]);
});

test('of many questions that begin together one is refused, and all are answered', async () => {
  const { client, asked } = backend([one], aDay);
  const limited = overLongRanges(client);
  const trees = await Promise.all(
    Array.from({ length: 5 }, (_, i) => limited.mergeStacktraces({ ...week, ...span(0, 2), maxNodes: i + 1 }, signal))
  );
  expect(trees.map((tree) => tree.total[0])).toEqual([1, 1, 1, 1, 1]);
  expect(asked.filter(({ from, to }) => to - from > day)).toHaveLength(1);
});

test('where ranges may be long, questions wait for the first one only, whether it fails or not', async () => {
  for (const fails of [false, true]) {
    const { client } = backend([one]);
    let [running, most, calls] = [0, 0, 0];
    const mergeStacktraces: FullPyroscopeClient['mergeStacktraces'] = async (question, stop) => {
      const isFirst = calls++ === 0;
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve));
      running--;
      if (isFirst && fails) {
        throw new Error('boom');
      }
      return client.mergeStacktraces(question, stop);
    };
    const unlimited = overLongRanges({ ...client, mergeStacktraces });
    const answers = await Promise.allSettled(
      [1, 2, 3, 4].map((maxNodes) => unlimited.mergeStacktraces({ ...week, maxNodes }, signal))
    );
    expect(answers.filter(({ status }) => status === 'rejected')).toHaveLength(fails ? 1 : 0);
    expect([most, calls]).toEqual([3, 4]);
  }
});

describe('heatmaps of a long range', () => {
  const heatmapOf = (mins: readonly number[], time: number, counts: readonly number[]): Heatmap => ({
    bucketMins: Float64Array.from(mins),
    series: [
      { labels: [], timestamps: Float64Array.of(time), counts: Uint32Array.from(counts), exemplars: [exemplar(time)] },
    ],
  });
  const exemplar = (timestamp: number) => ({ timestamp: epochMs(timestamp), value: 1, labels: [] });
  const nothing: Heatmap = { bucketMins: new Float64Array(), series: [] };
  const question = { ...week, stepSeconds: seconds(3600), kind: 'individual' } as const;
  const ask = (parts: readonly Heatmap[]) => {
    const asked: TimeSpan[] = [];
    const selectHeatmap: FullPyroscopeClient['selectHeatmap'] = async ({ from, to }) => {
      await Promise.resolve();
      if (to - from > day) {
        throw tooLong('1d');
      }
      asked.push({ from, to });
      return parts[asked.length - 1] ?? nothing;
    };
    const limited = overLongRanges({ ...backend([]).client, selectHeatmap });
    return { asked, answer: limited.selectHeatmap({ ...question, ...span(0, 3) }, signal) };
  };

  test('are put together of parts with the same buckets, and of the one part that has data', async () => {
    const first = heatmapOf([0, 10], start, [1, 2]);
    const { answer, asked } = ask([first, nothing, heatmapOf([0, 10], start + 2 * day, [0, 5])]);
    const { bucketMins, series } = await answer;
    expect([[...bucketMins], series.length]).toEqual([[0, 10], 1]);
    expect([...series[0].timestamps]).toEqual([start, start + 2 * day]);
    expect([...series[0].counts]).toEqual([1, 2, 0, 5]);
    expect(series[0].exemplars.map(({ timestamp }) => timestamp)).toEqual([start, start + 2 * day]);
    // No slot is asked for twice.
    expect(asked.slice(1).map(({ from }, i) => from - asked[i].to)).toEqual([hour, hour]);
  });

  test('are put together of parts with other buckets, and say that they are', async () => {
    const { answer } = ask([heatmapOf([0, 10], start, [1, 2]), heatmapOf([0, 20], start + day, [3, 4])]);
    const { bucketMins, series, isSpread } = await answer;
    expect([[...bucketMins], isSpread]).toEqual([[0, 20], true]);
    // What was below 10, and from there to 20, is all below 20.
    expect([...series[0].counts]).toEqual([3, 0, 3, 4]);
    expect(series[0].exemplars).toHaveLength(2);
  });
});

test('a limit that is known needs no refusal, and a smaller one is learned', async () => {
  const { client, asked } = backend([one], aDay);
  await overLongRanges(client, milliseconds(day)).mergeStacktraces(week, signal);
  expect(asked).toHaveLength(7);
  asked.length = 0;
  const mistaken = overLongRanges(client, milliseconds(3 * day));
  expect(callTreeToText(await mistaken.mergeStacktraces(week, signal))).toContain('main');
  asked.length = 0;
  await mistaken.mergeStacktraces(week, signal);
  expect(asked).toHaveLength(7);
});

test('short ranges are asked as they are, comparisons by the backend', async () => {
  const { client, asked } = backend([one], aDay);
  const diff = jest.spyOn(client, 'diff');
  const limited = overLongRanges(client);
  const today = { ...week, ...span(0, 1) };
  await limited.diff(today, today, signal);
  await limited.mergeStacktraces(today, signal);
  expect(diff).toHaveBeenCalledTimes(1);
  expect(asked.every(({ to, from }) => to - from === day)).toBe(true);
});

test('what cannot be put together stays refused', async () => {
  const limited = overLongRanges(backend([one], aDay).client);
  const problem = problemOf(await limited.mergeProfile(week, signal).catch((error: unknown) => error));
  expect(problem).toMatchObject({ kind: 'bad-range', sentence: expect.stringMatching(/allows \(1d\)/) as string });
});

test('a range of very many parts is refused before it is asked', async () => {
  const { client, asked } = backend([one], { text: '1h', length: hour });
  const problem = problemOf(
    await overLongRanges(client)
      .mergeStacktraces(week, signal)
      .catch((error: unknown) => error)
  );
  expect(problem.kind).toBe('bad-range');
  expect(problem.sentence).toMatch(/allows 1 h at a time.* 168 requests/);
  expect(asked).toHaveLength(1);
});

test('other refusals are passed on', async () => {
  const unlimited = overLongRanges(backend([one], { text: 'forever', length: day }).client);
  await expect(unlimited.mergeStacktraces(week, signal)).rejects.toMatchObject({ problem: { kind: 'bad-range' } });
  const failing = { mergeStacktraces: jest.fn().mockRejectedValue(new Error('boom')) };
  const limited = overLongRanges(failing as unknown as FullPyroscopeClient, milliseconds(day));
  await expect(limited.mergeStacktraces(week, signal)).rejects.toThrow('boom');
  expect(failing.mergeStacktraces.mock.calls.length).toBeLessThan(4);
});

test('aborting ends all parts, with the reason', async () => {
  const controller = new AbortController();
  const signals: AbortSignal[] = [];
  const mergeStacktraces: FullPyroscopeClient['mergeStacktraces'] = (_, stop) => {
    signals.push(stop);
    return new Promise((_resolve, reject) => {
      stop.addEventListener('abort', () => reject(stop.reason as Error), { once: true });
    });
  };
  const client = overLongRanges({ mergeStacktraces } as FullPyroscopeClient, milliseconds(day));
  const answer = client.mergeStacktraces(week, controller.signal);
  controller.abort();
  await expect(answer).rejects.toBe(controller.signal.reason);
  expect(signals.length).toBeGreaterThan(1);
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
});
