import { ProblemError } from '../base/problem';
import { epochMs, type TimeSpan } from '../base/units';
import { createLookBack } from './lookBack';
import { parseProfileTypeId } from './profileTypeId';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = 1_795_240_800_000;
const CPU = parseProfileTypeId('process_cpu:cpu:nanoseconds:cpu:nanoseconds')!;
const { signal } = new AbortController();

interface Limits {
  /** Zero for none, as in Pyroscope. */
  readonly lookBack: number;
  readonly length: number;
  /** Where the newer of two storages begins; absent: there is one. */
  readonly split?: number;
  /** Which of two refusals comes first. */
  readonly first?: 'older' | 'newer';
}

/** Pyroscope's ValidateRangeRequest behind its router, with a clock that is late by some seconds. */
function backend({ lookBack, length, split, first = 'older' }: Limits) {
  const asked: TimeSpan[] = [];
  const glances: number[] = [];
  const refusal = (from: number, to: number): string | undefined => {
    const least = NOW - 3000 - lookBack;
    if (lookBack > 0 && to < least) {
      return undefined;
    }
    const actual = to - (lookBack > 0 ? Math.max(from, least) : from);
    return length > 0 && actual > length
      ? `the query time range exceeds the limit (max_query_length, actual: ${actual / 1000}s, limit: ${length / HOUR}h)`
      : undefined;
  };
  const labelNames = async ({ span }: { span: TimeSpan }): Promise<string[]> => {
    asked.push(span);
    const { from, to } = span;
    const isSplit = split !== undefined && from < split && split < to;
    const refusals = isSplit ? [refusal(from, split - 1), refusal(split, to)] : [refusal(from, to)];
    const [detail] = (first === 'older' ? refusals : refusals.reverse()).filter((each) => each !== undefined);
    if (detail !== undefined) {
      throw new ProblemError({ kind: 'bad-range', sentence: 'Too long.', detail });
    }
    return [];
  };
  /** It has had profiles for a month, of which it tells as far as it looks back. */
  const profileTypes = async ({ from, to }: TimeSpan) => {
    glances.push(NOW - from);
    const least = NOW - (lookBack > 0 ? Math.min(lookBack, 30 * DAY) : 30 * DAY);
    return to > least ? [CPU] : [];
  };
  const profileStats = async () => ({ dataIngested: true, oldest: epochMs(NOW - 30 * DAY) });
  return { client: { labelNames, profileTypes, profileStats }, asked, glances };
}

test.each<[string, Limits, number | undefined]>([
  ['a week, as Pyroscope has it', { lookBack: 7 * DAY, length: DAY }, 7 * DAY],
  ['a day and a half', { lookBack: 1.5 * DAY, length: DAY }, 1.5 * DAY],
  ['none', { lookBack: 0, length: DAY }, undefined],
  ['one that the longest range is longer than', { lookBack: DAY / 2, length: DAY }, undefined],
  ['one without a longest range', { lookBack: 7 * DAY, length: 0 }, undefined],
  ...(['older', 'newer'] as const).flatMap((first): Array<[string, Limits, number | undefined]> => [
    [
      `a newer storage of some hours, ${first}`,
      { lookBack: 7 * DAY, length: DAY, split: NOW - 5 * HOUR, first },
      7 * DAY,
    ],
    [
      `a newer storage of three days, ${first}`,
      { lookBack: 7 * DAY, length: DAY, split: NOW - 3 * DAY, first },
      7 * DAY,
    ],
    [`a newer storage of a month, ${first}`, { lookBack: 7 * DAY, length: DAY, split: NOW - 30 * DAY, first }, 7 * DAY],
    [`a newer storage and no limit, ${first}`, { lookBack: 0, length: DAY, split: NOW - 3 * DAY, first }, undefined],
  ]),
])('a look-back limit is found out: %s', async (_, limits, expected) => {
  const { client, asked } = backend(limits);
  expect(await createLookBack(client, () => NOW)(signal)).toBe(expected);
  expect(asked.length).toBeLessThanOrEqual(6);
});

test('it is looked for once, and again where the backend could not be asked', async () => {
  const { client, asked } = backend({ lookBack: 7 * DAY, length: DAY });
  let isDown = true;
  const lookBack = createLookBack(
    {
      ...client,
      labelNames: (question) =>
        isDown
          ? Promise.reject(new ProblemError({ kind: 'unreachable', sentence: 'Nothing there.' }))
          : client.labelNames(question),
    },
    () => NOW
  );
  expect(await lookBack(signal)).toBeUndefined();
  isDown = false;
  expect(await Promise.all([lookBack(signal), lookBack(signal)])).toEqual([7 * DAY, 7 * DAY]);
  const count = asked.length;
  expect(await lookBack(signal)).toBe(7 * DAY);
  expect(asked).toHaveLength(count);
});

test('where the backend answers of the time that matters, it is asked nothing that it would refuse', async () => {
  const { client, asked, glances } = backend({ lookBack: 7 * DAY, length: DAY });
  const lookBack = createLookBack(client, () => NOW);
  const since = (days: number) => lookBack(signal, { from: epochMs(NOW - days * DAY), to: epochMs(NOW) });
  expect(await Promise.all([since(2), since(2), since(1)])).toEqual([undefined, undefined, undefined]);
  expect([asked, glances]).toEqual([[], [2 * DAY]]);
  expect(await since(6)).toBeUndefined();
  expect([asked, glances]).toEqual([[], [2 * DAY, 6 * DAY]]);
  expect(await since(8)).toBe(7 * DAY);
  expect(asked).not.toEqual([]);
  const count = asked.length;
  expect(await since(2)).toBe(7 * DAY);
  expect([asked.length, glances.length]).toEqual([count, 3]);
});

test('where no profiles are so old it is asked nothing that it would refuse either', async () => {
  const { client, asked } = backend({ lookBack: 7 * DAY, length: DAY });
  const young = { ...client, profileStats: async () => ({ dataIngested: true, oldest: epochMs(NOW - DAY) }) };
  const quiet = { ...young, profileTypes: async () => [] };
  const span = { from: epochMs(NOW - 2 * DAY), to: epochMs(NOW) };
  expect(await createLookBack(quiet, () => NOW)(signal, span)).toBeUndefined();
  expect(asked).toEqual([]);
  // All of it lies before them: that the backend does not look back to it is worth knowing.
  const before = { ...span, to: epochMs(NOW - 1.5 * DAY) };
  expect(await createLookBack(quiet, () => NOW)(signal, before)).toBe(7 * DAY);
  // Not every backend tells that, nor of several tenants at once.
  const silent = {
    ...quiet,
    profileStats: () => Promise.reject(new ProblemError({ kind: 'unsupported', sentence: '' })),
  };
  expect(await createLookBack(silent, () => NOW)(signal, span)).toBe(7 * DAY);
});

test('who has left does not wait for it', async () => {
  const { client } = backend({ lookBack: 7 * DAY, length: DAY });
  const leaving = new AbortController();
  const answer = createLookBack(client, () => NOW)(leaving.signal);
  leaving.abort();
  await expect(answer).rejects.toHaveProperty('name', 'AbortError');
});
