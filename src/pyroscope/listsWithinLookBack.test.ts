import { epochMs, milliseconds, type TimeSpan } from '../base/units';
import type { FullPyroscopeClient } from './client';
import { listsWithinLookBack } from './listsWithinLookBack';

const DAY = 86_400_000;
const NOW = 1_795_240_800_000;
const { signal } = new AbortController();
const span = (from: number, to: number): TimeSpan => ({ from: epochMs(NOW + from * DAY), to: epochMs(NOW + to * DAY) });

function client(limit: number | undefined) {
  const asked: TimeSpan[] = [];
  let probes = 0;
  const list = async ({ span: part }: { span: TimeSpan }) => {
    asked.push(part);
    return [];
  };
  const fake = {
    profileTypes: (part: TimeSpan) => list({ span: part }),
    labelNames: list,
    labelValues: list,
    series: list,
  } as unknown as FullPyroscopeClient;
  const lookBack = async () => {
    probes++;
    return limit === undefined ? undefined : milliseconds(limit);
  };
  return { reached: listsWithinLookBack(fake, lookBack, () => NOW), asked, probes: () => probes };
}

const askAll = async (reached: FullPyroscopeClient, range: TimeSpan) => {
  await reached.profileTypes(range, signal);
  await reached.labelNames({ matchers: [], span: range }, signal);
  await reached.labelValues({ name: 'pod', matchers: [], span: range }, signal);
  await reached.series({ matchers: [], labelNames: [], span: range }, signal);
};

test('no list is looked for before the look-back limit', async () => {
  const { reached, asked } = client(7 * DAY);
  await askAll(reached, span(-30, 0));
  expect(asked).toEqual(Array(4).fill(span(-7, 0)));
});

test('a range that is all before it is next to nothing, and one that is after it is as it is', async () => {
  const { reached, asked } = client(7 * DAY);
  await reached.profileTypes(span(-30, -20), signal);
  expect(asked.pop()).toEqual({ from: epochMs(NOW - 20 * DAY - 1), to: epochMs(NOW - 20 * DAY) });
  await reached.profileTypes(span(-5, 0), signal);
  expect(asked.pop()).toEqual(span(-5, 0));
});

test('of a day nobody has to know the limit, and without one all is asked', async () => {
  const short = client(7 * DAY);
  await askAll(short.reached, span(-1, 0));
  expect([short.probes(), short.asked]).toEqual([0, Array(4).fill(span(-1, 0))]);
  const open = client(undefined);
  await askAll(open.reached, span(-30, 0));
  expect(open.asked).toEqual(Array(4).fill(span(-30, 0)));
});
