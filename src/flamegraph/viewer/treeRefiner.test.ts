import { epochMs } from '../../base/units';
import type { CallTree } from '../../profile/callTree';
import type { ProfileQuestion } from '../../profile/profileSource';
import { callTreeToText, textProfile } from '../../profile/textProfile';
import { MOST_PLACES, NOTHING_OPENED, type OpenedPlaces } from './openedPlaces';
import { HOLD_MS, type Refinement, TreeRefiner } from './treeRefiner';

const question: ProfileQuestion = {
  profileTypeId: 'process_cpu:cpu:nanoseconds:cpu:nanoseconds',
  labelSelector: '{}',
  from: epochMs(0),
  to: epochMs(60_000),
};

/** As its first answers are: two places are cut. */
const cut = textProfile(`
  a         50
    other   50 cut
  b         30
    other   30 cut`);

/** What is below each place. */
const below: Readonly<Record<string, string>> = {
  a: 'a 50\n  x 50\n    other 50 cut',
  'a x': 'a 50\n  x 50\n    y 50',
  b: 'b 30\n  z 30',
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Lets answers arrive that are ready. */
const settle = () => jest.advanceTimersByTimeAsync(0);

function refining(base: CallTree, before?: { readonly tree: CallTree; readonly opened: OpenedPlaces }) {
  const asked: string[] = [];
  const dropped: string[] = [];
  const waiting: Array<(error?: Error) => void> = [];
  const profile = (one: ProfileQuestion, signal: AbortSignal) =>
    new Promise<{ tree: CallTree }>((resolve, reject) => {
      const place = one.callSite?.join(' ') ?? `${one.maxNodes} nodes`;
      asked.push(place);
      signal.addEventListener('abort', () => dropped.push(place));
      waiting.push((error) =>
        error === undefined ? resolve({ tree: textProfile(below[place] ?? 'whole 80') }) : reject(error)
      );
    });
  const said: Refinement[] = [];
  const refiner = new TreeRefiner(base, { source: { version: 1, profile }, question }, before, (one) => said.push(one));
  return {
    refiner,
    asked,
    dropped,
    seen: () => said[said.length - 1],
    text: () => callTreeToText(said[said.length - 1].tree),
    /** The last question has its answer. */
    async answer(error?: Error) {
      waiting[waiting.length - 1](error);
      await settle();
    },
  };
}

const opened = (...places: string[][]): OpenedPlaces => ({ places });

describe('after a refresh', () => {
  /** The profile before it, with its places open. */
  const before = textProfile('a 50\n  x 50\n    y 50\nb 30\n  z 30');

  test('all that was open is asked for again, one after another, from the root inwards', async () => {
    const one = refining(cut, { tree: before, opened: opened(['a', 'x'], ['a'], ['b']) });
    one.refiner.start(undefined);
    expect(one.asked).toEqual(['b']);
    await one.answer();
    await one.answer();
    await one.answer();
    expect(one.asked).toEqual(['b', 'a', 'a x']);
    expect(one.text()).toBe(callTreeToText(before));
    expect(one.seen().opened.places).toHaveLength(3);
    expect(one.seen().pending).toBeUndefined();
  });

  test('the profile before stands until then, and is said to be asked for again', async () => {
    const one = refining(cut, { tree: before, opened: opened(['a'], ['b']) });
    one.refiner.start(undefined);
    expect(one.seen()).toMatchObject({ tree: before, isAgain: true, pending: ['b'] });
    await one.answer();
    expect(one.seen()).toMatchObject({ tree: before, isAgain: true, pending: ['a'] });
    await one.answer();
    expect(one.text()).toBe('a 50\n  x 50\n    other 50 cut\nb 30\n  z 30');
  });

  test('but not for long: a slow backend does not keep new data away', async () => {
    const one = refining(cut, { tree: before, opened: opened(['b']) });
    one.refiner.start(undefined);
    await jest.advanceTimersByTimeAsync(HOLD_MS - 1);
    expect(one.seen().tree).toBe(before);
    await jest.advanceTimersByTimeAsync(1);
    expect(one.seen()).toMatchObject({ tree: cut, pending: ['b'] });
    await one.answer();
    expect(one.text()).toContain('z 30');
  });

  test('nor where the backend fails: the new profile is there, with the reason, and can be tried again', async () => {
    const one = refining(cut, { tree: before, opened: opened(['b']) });
    one.refiner.start(undefined);
    await one.answer(new Error('down'));
    expect(one.seen().tree).toBe(cut);
    expect(one.seen().failed?.detail ?? one.seen().failed?.sentence).toContain('down');
    one.refiner.tryAgain();
    await one.answer();
    expect(one.asked).toEqual(['b', 'b']);
    expect(one.text()).toContain('z 30');
    expect(one.seen().failed).toBeUndefined();
  });

  test('the focused place comes before the others', async () => {
    const one = refining(cut, { tree: before, opened: opened(['a'], ['b']) });
    one.refiner.start(['a', 'x', 'y']);
    expect(one.asked).toEqual(['a']);
    await one.answer();
    expect(one.asked).toEqual(['a', 'b']);
  });

  test('what is no longer cut, or no longer there, is not asked for, and nothing is held', () => {
    const whole = textProfile('b 30\n  z 30');
    const one = refining(whole, { tree: before, opened: opened(['a'], ['b']) });
    one.refiner.start(undefined);
    expect(one.asked).toEqual([]);
    expect(one.seen()).toMatchObject({ tree: whole, opened: opened(['a'], ['b']) });
  });

  test('as many nodes of the whole are asked for as before', async () => {
    const one = refining(cut, { tree: before, opened: { places: [], moreThan: 20_000 } });
    one.refiner.start(undefined);
    await one.answer();
    expect(one.asked).toEqual(['320000 nodes']);
  });
});

test('what is opened stays known, the latest places alone', async () => {
  const names = Array.from({ length: MOST_PLACES + 1 }, (_, at) => `f${at}`);
  const many = textProfile(names.map((name) => `${name} 50\n  other 50 cut`).join('\n'));
  const one = refining(many, { tree: many, opened: opened(...names.slice(0, MOST_PLACES).map((name) => [name])) });
  (below as Record<string, string>).f8 = 'f8 50\n  x 50';
  one.refiner.open(['f8']);
  await one.answer();
  expect(one.seen().opened.places.map(([name]) => name)).toEqual(names.slice(1));
});

test('a place that the user left is given up; one that was opened waits its turn', async () => {
  const one = refining(cut);
  one.refiner.start(['a']);
  one.refiner.lookAt(undefined);
  expect([one.asked, one.dropped]).toEqual([['a'], ['a']]);
  expect(one.seen().pending).toBeUndefined();
  one.refiner.open(['a']);
  one.refiner.lookAt(['b']);
  expect(one.asked).toEqual(['a', 'a', 'b']);
  await one.answer();
  expect(one.asked).toEqual(['a', 'a', 'b', 'a']);
  await one.answer();
  expect(one.seen().opened).toEqual(opened(['b'], ['a']));
});

test('a place that the tree does not have, as filters made another of it, is asked for at its nearest caller', async () => {
  const one = refining(cut);
  one.refiner.open(['a', 'gone', 'deeper']);
  expect(one.asked).toEqual(['a']);
});

test('a place is asked for once, and nobody after the end', async () => {
  const one = refining(cut);
  one.refiner.start(['b']);
  await one.answer();
  one.refiner.open(['b']);
  one.refiner.lookAt(['b']);
  expect(one.asked).toEqual(['b']);
  one.refiner.open(['a']);
  const { pending } = one.seen();
  one.refiner.stop();
  await one.answer();
  expect([pending, one.dropped]).toEqual([['a'], ['a']]);
  expect(one.text()).not.toContain('x 50');
});

test('a backend that knows no call sites is asked for more of the whole once, and so again after a refresh', async () => {
  const asked: ProfileQuestion[] = [];
  const whole = textProfile('a 50\n  p 40\n    q 40\n  other 10 cut\nb 30\n  z 30');
  const profile = async (one: ProfileQuestion) => {
    asked.push(one);
    return { tree: (one.maxNodes ?? 0) > 8192 ? whole : cut };
  };
  const questions = { source: { version: 1 as const, profile }, question };
  const said: Refinement[] = [];
  const first = new TreeRefiner(cut, questions, undefined, (one) => said.push(one));
  first.open(['a']);
  first.open(['b']);
  await settle();
  expect(asked.map(({ callSite, maxNodes }) => callSite ?? maxNodes)).toEqual([['a'], ['b'], 131_072]);
  const last = said[said.length - 1];
  expect(callTreeToText(last.tree)).toBe(callTreeToText(whole));
  expect(last.opened).toEqual({ ...NOTHING_OPENED, moreThan: cut.length });
  asked.length = 0;
  new TreeRefiner(cut, questions, last, (one) => said.push(one)).start(undefined);
  await settle();
  expect(asked.map(({ callSite, maxNodes }) => callSite ?? maxNodes)).toEqual([131_072]);
});
