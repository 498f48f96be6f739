import { epochMs } from '../../base/units';
import type { CallTree } from '../../profile/callTree';
import type { ProfileQuestion } from '../../profile/profileSource';
import { textProfile } from '../../profile/textProfile';
import { EndedProfiles } from './endedProfiles';

const HOUR = 3_600_000;
let now = 10 * HOUR;
beforeEach(() => {
  now = 10 * HOUR;
});

const question = (to: number, labelSelector = '{service_name="checkout"}'): ProfileQuestion => ({
  profileTypeId: 'cpu',
  labelSelector,
  from: epochMs(to - 60_000),
  to: epochMs(to),
});
const three = textProfile('main 2\n  parse 1');

/** Asks for it, and says how often the backend has been asked by then. */
function asker(mostNodes?: number) {
  const profiles = new EndedProfiles(() => now, mostNodes);
  let asked = 0;
  return async (what: ProfileQuestion, answer: () => Promise<CallTree> = () => Promise.resolve(three)) => {
    await profiles.find(what, () => {
      asked++;
      return answer();
    });
    return asked;
  };
}

test('a range that has ended is asked for once', async () => {
  const ask = asker();
  expect(await ask(question(now - HOUR))).toBe(1);
  expect(await ask(question(now - HOUR))).toBe(1);
  expect(await ask(question(now - HOUR, '{}'))).toBe(2);
});

test('a range that may still grow is asked for again', async () => {
  const ask = asker();
  const recent = question(now - 30_000);
  expect(await ask(recent)).toBe(1);
  expect(await ask(recent)).toBe(2);
  now += HOUR;
  expect(await ask(recent)).toBe(3);
  expect(await ask(recent)).toBe(3);
});

test('an answer is not kept for ever', async () => {
  const ask = asker();
  const ended = question(now - HOUR);
  await ask(ended);
  now += 301_000;
  expect(await ask(ended)).toBe(2);
});

test('what was not used for longest makes room', async () => {
  const ask = asker(2 * three.length);
  const [first, second, third] = [1, 2, 3].map((hours) => question(now - hours * HOUR));
  await ask(first);
  await ask(second);
  await ask(first);
  expect(await ask(third)).toBe(3);
  expect(await ask(first)).toBe(3);
  expect(await ask(second)).toBe(4);
});

test('a failure is no answer', async () => {
  const ask = asker();
  const ended = question(now - HOUR);
  await expect(ask(ended, () => Promise.reject(new Error('unreachable')))).rejects.toThrow('unreachable');
  expect(await ask(ended)).toBe(2);
});
