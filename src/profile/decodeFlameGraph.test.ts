import fc from 'fast-check';
import { DecodeError } from '../base/decodeError';
import { decodeFlameGraph, decodeFlameGraphDiff } from './decodeFlameGraph';
import { diffTrees } from './diffTrees';
import { encodeFlameGraph, flameGraphOf, type FlameGraphJson } from './testing/encoders';
import { expectWellFormed } from './testing/expectWellFormed';
import { decodedOrRefused, mutated } from './testing/mutations';
import { recordedField, recordedJson } from './testing/recordings';
import { anyStacks, deepTree, treeOfStacks } from './testing/stacks';
import { callTreeToText, picture } from './textProfile';

const options = { unit: 'nanoseconds' } as const;
const decode = (names: string[], ...levels: number[][]) =>
  decodeFlameGraph(encodeFlameGraph({ names, levels: levels.map((values) => ({ values })) }), options);
const decodeDiff = (names: string[], ...levels: number[][]) =>
  decodeFlameGraphDiff(encodeFlameGraph({ names, levels: levels.map((values) => ({ values })) }), options);

test('bars stand under the bars of the level above, by offsets from the bar before', () => {
  const tree = decode(
    ['total', 'main', 'idle', 'parse', 'render', 'read'],
    [0, 12, 0, 0],
    [0, 10, 1, 1, 0, 2, 2, 2],
    [1, 4, 0, 3, 0, 5, 5, 4],
    [1, 4, 4, 5]
  );
  expectWellFormed(tree);
  expect(callTreeToText(tree)).toBe(
    picture(`
      main      10
        parse    4
          read   4
        render   5
      idle       2`)
  );
});

test('an answer without data, or without anything, is an empty profile', () => {
  for (const tree of [decode(['total'], [0, 0, 0, 0]), decode([])]) {
    expectWellFormed(tree);
    expect([tree.length, tree.total[0]]).toEqual([1, 0]);
  }
});

test('a diff has both sides, also of bars that only one side has', () => {
  const tree = decodeDiff(
    ['total', 'main', 'gone', 'new'],
    [0, 10, 0, 0, 7, 0, 0],
    [0, 10, 4, 0, 7, 2, 1],
    [4, 6, 6, 2, 0, 0, 2, 0, 0, 0, 0, 5, 5, 3]
  );
  expectWellFormed(tree);
  expect(callTreeToText(tree)).toBe(
    picture(`
      main    10 -> 7
        gone   6 -> 0
        new    0 -> 5`)
  );
});

test('a recorded diff adds up on both sides', () => {
  const { flamegraph } = recordedJson<{ flamegraph: FlameGraphJson & { leftTicks: string; rightTicks: string } }>(
    'diff/checkout.two-selectors.json.gz'
  );
  const tree = decodeFlameGraphDiff(encodeFlameGraph(flamegraph), options);
  expectWellFormed(tree);
  expect(tree.length).toBe(3165);
  expect([tree.total[0], tree.right?.total[0]]).toEqual([Number(flamegraph.leftTicks), Number(flamegraph.rightTicks)]);
  for (const side of [tree, tree.right!]) {
    expect(side.self.reduce((sum, value) => sum + value, 0)).toBe(side.total[0]);
  }
});

test('a recorded answer that was cut has its cuts marked', () => {
  const bytes = recordedField('flamegraph/checkout.cpu-flamegraph-proto.pb.gz', 1);
  const tree = decodeFlameGraph(bytes, { ...options, maxNodes: 512 });
  expectWellFormed(tree);
  expect([tree.length, tree.total[0], tree.truncated?.length]).toEqual([695, 114_110_000_000, 242]);
  expect(decodeFlameGraph(bytes, { ...options, maxNodes: 8192 }).truncated).toBeUndefined();
});

const positiveStacks = anyStacks(fc.integer({ min: 1, max: 1000 }));

test('every tree is read as it was written, single or diff', () => {
  fc.assert(
    fc.property(positiveStacks, positiveStacks, (left, right) => {
      const single = treeOfStacks(left);
      const diff = diffTrees(single, treeOfStacks(right));
      const decoded = decodeFlameGraph(encodeFlameGraph(flameGraphOf(single)), options);
      const decodedDiff = decodeFlameGraphDiff(encodeFlameGraph(flameGraphOf(diff)), options);
      expectWellFormed(decoded);
      expectWellFormed(decodedDiff);
      expect(callTreeToText(decoded)).toBe(callTreeToText(single));
      expect(callTreeToText(decodedDiff)).toBe(callTreeToText(diff));
    })
  );
});

test('10,000 levels are no trouble', () => {
  const tree = decodeFlameGraph(encodeFlameGraph(flameGraphOf(deepTree(10_000))), options);
  expect([tree.length, tree.parent[10_000], tree.total[10_000]]).toEqual([10_001, 9999, 1]);
});

test.each([
  ['two bars are at level 0', [[0, 1, 0, 0, 0, 1, 0, 0]]],
  ['a level has half a bar', [[0, 1, 0]]],
  ['a bar has a name that is not there', [[0, 1, 1, 9]]],
  ['a bar has a name below 0', [[0, 1, 1, -1]]],
  [
    'a bar sticks out of its caller',
    [
      [0, 10, 0, 0],
      [5, 6, 6, 1],
    ],
  ],
  [
    'a bar has no caller',
    [
      [0, 10, 0, 0],
      [0, 4, 4, 1],
      [6, 2, 2, 1],
    ],
  ],
  ['a level above is empty', [[0, 10, 0, 0], [], [0, 2, 2, 1]]],
  [
    'a total is negative',
    [
      [0, 10, 0, 0],
      [5, -3, 0, 1],
    ],
  ],
  [
    'a bar begins before the one before it ends',
    [
      [0, 10, 0, 0],
      [0, 5, 5, 1, -2, 5, 5, 1],
    ],
  ],
  ['a self value is more than its total', [[0, 10, 11, 0]]],
  [
    'self and children are more than their total',
    [
      [0, 10, 5, 0],
      [0, 6, 6, 1],
    ],
  ],
])('it is refused if %s', (_, levels) => {
  expect(() => decode(['total', 'main'], ...levels)).toThrow(DecodeError);
});

test('damaged bytes give a well-formed tree or a DecodeError', () => {
  const single = recordedField('flamegraph/checkout.cpu-flamegraph-proto.pb.gz', 1);
  const diff = encodeFlameGraph(flameGraphOf(diffTrees(deepTree(5), deepTree(9))));
  fc.assert(
    fc.property(fc.oneof(mutated(single.subarray(0, 4000)), mutated(diff), fc.uint8Array()), (damaged) => {
      for (const decodeEither of [decodeFlameGraph, decodeFlameGraphDiff]) {
        const tree = decodedOrRefused(() => decodeEither(damaged, options));
        if (tree !== undefined) {
          expectWellFormed(tree);
        }
      }
    }),
    { numRuns: 500 }
  );
});
