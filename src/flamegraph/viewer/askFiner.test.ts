import { epochMs } from '../../base/units';
import type { ProfileQuestion, ProfileSource } from '../../profile/profileSource';
import { callTreeToText, textProfile } from '../../profile/textProfile';
import { askFiner, askMore } from './askFiner';

const question: ProfileQuestion = {
  profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labelSelector: '{}',
  from: epochMs(0),
  to: epochMs(60_000),
};
const cut = {
  ...textProfile(`
    main      90
      parse   40
        other 30
    gc        10`),
  truncated: Uint32Array.of(3),
};
const whole = textProfile(`
  main        90
    parse     40
      read    20
      trim    10
  gc          10`);
const subtree = textProfile(`
  main        40
    parse     40
      read    20
      trim    10`);

/** A backend that knows call sites, or does not look at them. */
function backend(knowsCallSites: boolean) {
  const asked: ProfileQuestion[] = [];
  const source: ProfileSource = {
    version: 1,
    async profile(one) {
      asked.push(one);
      if (one.callSite !== undefined && knowsCallSites) {
        return { tree: subtree };
      }
      return { tree: (one.maxNodes ?? 0) > 8192 ? whole : cut };
    },
  };
  return { asked, questions: { source, question } };
}

const { signal } = new AbortController();

test('a place is asked for by its call site', async () => {
  const { asked, questions } = backend(true);
  const answer = await askFiner(questions, cut, ['main', 'parse'], signal);
  expect(answer.of).toBe('subtree');
  expect(callTreeToText(answer.tree)).toBe(callTreeToText(subtree));
  expect(asked).toEqual([{ ...question, callSite: ['main', 'parse'], maxNodes: 8192 }]);
});

test('a server that does not look at call sites is asked for more of the whole, once', async () => {
  const { asked, questions } = backend(false);
  const answer = await askFiner(questions, cut, ['main', 'parse'], signal);
  expect(answer.of).toBe('whole');
  expect(callTreeToText(answer.tree)).toBe(callTreeToText(whole));
  expect(asked.map(({ maxNodes }) => maxNodes)).toEqual([8192, 8192 * 16]);
});

test('more of the whole is sixteen times as much, and never more than the backend gives', async () => {
  const { asked, questions } = backend(true);
  await askMore({ ...questions, question: { ...question, maxNodes: 1000 } }, cut.length, signal);
  await askMore({ ...questions, question: { ...question, maxNodes: 500_000 } }, cut.length, signal);
  expect(asked.map(({ maxNodes }) => maxNodes)).toEqual([16_000, 1_048_576]);
});

test('both sides of a comparison are asked about', async () => {
  const { questions } = backend(true);
  const diff = jest.fn(async () => ({ tree: subtree }));
  const baseline = { ...question, from: epochMs(-60_000), to: epochMs(0) };
  await askFiner({ ...questions, source: { ...questions.source, diff }, baseline }, cut, ['main', 'parse'], signal);
  const part = { callSite: ['main', 'parse'], maxNodes: 8192 };
  expect(diff).toHaveBeenCalledWith({ ...baseline, ...part }, { ...question, ...part }, signal);
});

test('a place is looked at closely however few nodes are wanted of the whole', async () => {
  const { asked, questions } = backend(true);
  await askFiner({ ...questions, question: { ...question, maxNodes: 25 } }, cut, ['main', 'parse'], signal);
  expect(asked[0].maxNodes).toBe(8192);
});

test('a data source that cannot compare says so', async () => {
  const { questions } = backend(true);
  const asking = askFiner({ ...questions, baseline: question }, cut, ['main', 'parse'], signal);
  await expect(asking).rejects.toThrow(/cannot say more of a comparison/);
});
