import { ProblemError, problemOf } from '../base/problem';
import { epochMs, seconds } from '../base/units';
import type { ProfileQuestion } from '../profile/profileSource';
import { callTreeToText, textProfile } from '../profile/textProfile';
import type { FullPyroscopeClient } from './client';
import { overNewerStorage } from './overNewerStorage';
import { problemOfAnswer } from './problemOfAnswer';
import { recordedBody, recordedCase } from './testing/recordings';

const { signal } = new AbortController();
const cpu = 'process_cpu:cpu:nanoseconds:cpu:nanoseconds';
const heatmap = {
  profileTypeId: cpu,
  labelSelector: '{service_name="checkout"}',
  stepSeconds: seconds(60),
  kind: 'span',
} as const;
const minute = 60_000;
const at = (minutes: number) => epochMs(1_795_240_800_000 + minutes * minute);

/** As Pyroscope refuses: recorded. */
function refusal(): ProblemError {
  const { response } = recordedCase('server-v1/heatmap-span');
  const body = new TextDecoder().decode(recordedBody(recordedCase('server-v1/heatmap-span')));
  return new ProblemError(
    problemOfAnswer({ status: response.status, contentType: 'application/json', body, method: 'SelectHeatmap' })
  );
}

/**
 * A backend with both storages. `split` is when the oldest profile of anybody came into the newer one, `profiles` when
 * those of the asked service came, into either. Answers to what only the newer one knows are the asked range.
 */
function backend({ split, profiles }: { split: number; profiles: readonly number[] }) {
  const asked: number[] = [];
  const newerOnly = ({ from }: { from: number }) => {
    asked.push(from);
    if (from <= split) {
      throw refusal();
    }
  };
  const client: Partial<FullPyroscopeClient> = {
    async selectHeatmap(question) {
      newerOnly(question);
      const times = profiles.filter((time) => time > question.from && time <= question.to);
      return {
        bucketMins: Float64Array.of(0),
        series: [
          {
            labels: [],
            timestamps: Float64Array.from(times),
            counts: new Uint32Array(times.length).fill(1),
            exemplars: [],
          },
        ],
      };
    },
    async selectSeries({ from, to, stepSeconds }) {
      const step = stepSeconds * 1000;
      const points = new Set(
        profiles
          .filter((time) => time > from - step && time <= to)
          .map((time) => from + Math.ceil((time - from) / step) * step)
      );
      const timestamps = Float64Array.from(points);
      return timestamps.length === 0 ? [] : [{ labels: [], timestamps, values: timestamps }];
    },
    async mergeStacktraces(question) {
      if (question.traceIdSelector !== undefined) {
        newerOnly(question);
      }
      return textProfile(`main ${question.from}`);
    },
    async mergeProfile(question) {
      newerOnly(question);
      return Uint8Array.of(1);
    },
  };
  return { client: overNewerStorage(client as FullPyroscopeClient), asked };
}

test('a range inside of the newer storage is asked once', async () => {
  const { client, asked } = backend({ split: at(-100), profiles: [at(1), at(2)] });
  const { series } = await client.selectHeatmap({ ...heatmap, from: at(0), to: at(10) }, signal);
  expect(series[0].timestamps).toHaveLength(2);
  expect(asked).toEqual([at(0)]);
});

test('of a service that came after others, all data is found', async () => {
  const { client, asked } = backend({ split: at(2), profiles: [at(5.5), at(6), at(7)] });
  const { series } = await client.selectHeatmap({ ...heatmap, from: at(0), to: at(10) }, signal);
  expect(series[0].timestamps).toEqual(Float64Array.of(at(5.5), at(6), at(7)));
  expect(asked).toEqual([at(0), at(5)]);
});

test('of the service that came first, all but its first step is found', async () => {
  const { client } = backend({ split: at(5.5), profiles: [at(5.5), at(6), at(6.1), at(7)] });
  const { series } = await client.selectHeatmap({ ...heatmap, from: at(0), to: at(10) }, signal);
  expect(series[0].timestamps).toEqual(Float64Array.of(at(6.1), at(7)));
});

test('no data in the range is an empty answer', async () => {
  const { client } = backend({ split: at(5), profiles: [] });
  const question = { ...heatmap, from: at(0), to: at(10) };
  expect(await client.selectHeatmap(question, signal)).toEqual({ bucketMins: new Float64Array(), series: [] });
  const traces = { ...question, traceIdSelector: ['0'.repeat(32)] };
  expect(callTreeToText(await client.mergeStacktraces(traces, signal))).toBe('');
  expect(await client.mergeProfile(traces, signal)).toHaveLength(0);
});

test('the refusal stands where the older storage has the data', async () => {
  const { client, asked } = backend({ split: at(100), profiles: [at(1), at(2), at(3)] });
  const problem = await client.selectHeatmap({ ...heatmap, from: at(0), to: at(10) }, signal).catch(problemOf);
  expect(problem).toMatchObject({
    kind: 'unsupported',
    status: 501,
    sentence: expect.stringMatching(/begins later/) as string,
  });
  expect(asked.length).toBeLessThanOrEqual(3);
});

describe('profiles of a trace', () => {
  const question: ProfileQuestion = {
    ...heatmap,
    from: at(0),
    to: at(60),
    traceIdSelector: ['9d816f287576cc9565a515bad3fea1ad'],
  };

  test('are asked for from where the data begins, to within a five hundredth of the range', async () => {
    const { client, asked } = backend({ split: at(20), profiles: [at(30), at(40)] });
    expect(callTreeToText(await client.mergeStacktraces(question, signal))).toMatch(/^main/);
    expect(asked[1]).toBeGreaterThan(at(30) - (3 * (60 * minute)) / 500);
    expect(asked[1]).toBeLessThan(at(30));
    expect(await client.mergeProfile(question, signal)).toHaveLength(1);
  });

  test('and all other profiles are asked for as they are', async () => {
    const { client, asked } = backend({ split: at(20), profiles: [at(30)] });
    const { traceIdSelector, ...whole } = question;
    expect(callTreeToText(await client.mergeStacktraces(whole, signal))).toContain(String(at(0)));
    expect([asked, traceIdSelector]).toEqual([[], question.traceIdSelector]);
  });
});

test('any other failure is passed on, and nothing more is asked', async () => {
  const selectHeatmap = jest.fn().mockRejectedValue(new ProblemError({ kind: 'timeout', sentence: 'No answer.' }));
  const client = overNewerStorage({ selectHeatmap } as unknown as FullPyroscopeClient);
  await expect(client.selectHeatmap({ ...heatmap, from: at(0), to: at(10) }, signal)).rejects.toThrow('No answer.');
  expect(selectHeatmap).toHaveBeenCalledTimes(1);
});
