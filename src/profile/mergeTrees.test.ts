import fc from 'fast-check';
import { createCallTreeBuilder } from './callTreeBuilder';
import { diffTrees } from './diffTrees';
import { mergeTrees } from './mergeTrees';
import { expectWellFormed } from './testing/expectWellFormed';
import { anyTree, deepTree, slowValuesByPath, stacksOf, valuesByPath } from './testing/stacks';
import { callTreeToText, picture, textProfile } from './textProfile';

test('trees add up node by node', () => {
  const merged = mergeTrees([
    textProfile(`
      main     10
        parse   4
        render  6`),
    textProfile(`
      main     3
        parse  1
          read 1
      idle     2`),
  ]);
  expectWellFormed(merged);
  expect(callTreeToText(merged)).toBe(
    picture(`
      idle      2
      main     13
        parse   5
          read  1
        render  6`)
  );
});

test('a cut is never a function that is called as cuts are', () => {
  const merged = mergeTrees([
    textProfile(`
      main    10
        other  4 cut
      other    1 cut`),
    textProfile(`
      main      5
        other   3
          deep  3
      other     2`),
  ]);
  expect(callTreeToText(merged)).toBe(
    picture(`
      main      15
        other    4 cut
        other    3
          deep   3
      other      1 cut
      other      2`)
  );
});

test('siblings of one name become one, and stand by name', () => {
  expect(callTreeToText(mergeTrees([textProfile('b 2\nother 1\na 1\nb 3\n  c 1')]))).toBe(
    picture(`
      a     1
      b     5
        c   1
      other 1`)
  );
});

test('comparisons add up on both sides', () => {
  expect(
    callTreeToText(mergeTrees([textProfile('main 10 -> 7'), textProfile('main 1 -> 2'), textProfile('new 4')]))
  ).toBe(
    picture(`
      main 11 -> 9
      new   4 -> 0`)
  );
});

test('no trees are an empty profile; a unit is kept only where all agree', () => {
  expectWellFormed(mergeTrees([]));
  expect(mergeTrees([textProfile('a 1', 'bytes'), textProfile('a 1', 'bytes')]).unit).toBe('bytes');
  expect(mergeTrees([textProfile('a 1', 'bytes'), textProfile('a 1', 'count')]).unit).toBe('unknown');
});

test('functions keep the file that the first tree knows', () => {
  const builder = createCallTreeBuilder('nanoseconds');
  builder.addStackOfIds([builder.functionId('main', { file: 'main.go', startLine: 12 })], 1);
  const { functions } = mergeTrees([textProfile('main 1\nidle 1'), builder.build()]);
  expect(functions.names).toEqual(['total', 'main', 'idle']);
  expect(functions.files).toEqual(['main.go']);
  expect(Array.from(functions.file!)).toEqual([-1, 0, -1]);
  expect(Array.from(functions.startLine!)).toEqual([0, 12, 0]);
});

test('every path has the sum of what the trees have there', () => {
  fc.assert(
    fc.property(fc.array(anyTree, { maxLength: 4 }), (trees) => {
      const merged = mergeTrees(trees);
      expectWellFormed(merged);
      const stacks = trees.flatMap((tree) => stacksOf(tree));
      const nodesOfNoValue = Object.fromEntries(
        trees.flatMap((tree) => Object.keys(valuesByPath(tree)).map((path) => [path, { total: 0, self: 0 }]))
      );
      expect(valuesByPath(merged)).toEqual({ ...nodesOfNoValue, ...slowValuesByPath(stacks) });
    })
  );
});

test('every path of a comparison has what each side has there', () => {
  fc.assert(
    fc.property(anyTree, anyTree, (left, right) => {
      const diff = diffTrees(left, right);
      expectWellFormed(diff);
      const [leftValues, rightValues] = [valuesByPath(left), valuesByPath(right)];
      const zero = { total: 0, self: 0 };
      const paths = Object.keys({ ...leftValues, ...rightValues });
      const side = (values: typeof leftValues) =>
        Object.fromEntries(paths.map((path) => [path, Object.hasOwn(values, path) ? values[path] : zero]));
      expect(valuesByPath(diff)).toEqual(side(leftValues));
      expect(valuesByPath(diff, diff.right)).toEqual(side(rightValues));
    })
  );
});

test('10,000 levels are no trouble', () => {
  const diff = diffTrees(deepTree(10_000), mergeTrees([deepTree(10_000), deepTree(9999)]));
  expect([diff.length, diff.total[10_000], diff.right?.total[10_000], diff.right?.total[9999]]).toEqual([
    10_001, 1, 1, 2,
  ]);
});
