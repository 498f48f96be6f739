import fc from 'fast-check';
import { calleesOf } from './calleesOf';
import { diffTrees } from './diffTrees';
import { callersOf, invertTree } from './invertTree';
import { expectWellFormed } from './testing/expectWellFormed';
import { anyName, anyTree, deepTree, slowValuesByPath, stacksOf, valuesByPath, type Stack } from './testing/stacks';
import { callTreeToText, picture, textProfile } from './textProfile';

const profile = textProfile(`
  main          20
    parse       12
      read       5
      walk       6
        walk     4
          read   3
    render       6
      read       2
      walk       1`);
const functionNamed = (name: string) => profile.functions.names.indexOf(name, 1);

test('a tree read from the bottom up has the functions that spend, and below each its callers', () => {
  const inverted = invertTree(profile);
  expectWellFormed(inverted);
  expect(callTreeToText(inverted)).toBe(
    picture(`
      main           2
      parse          1
        main         1
      read          10
        parse        5
          main       5
        render       2
          main       2
        walk         3
          walk       3
            parse    3
              main   3
      render         3
        main         3
      walk           4
        parse        2
          main       2
        render       1
          main       1
        walk         1
          parse      1
            main     1`)
  );
});

test('the callers of a function are merged, each stack once', () => {
  expect(callTreeToText(callersOf(profile, functionNamed('walk')))).toBe(
    picture(`
      walk       7
        parse    6
          main   6
        render   1
          main   1`)
  );
});

test('what a function calls is merged from wherever it is called', () => {
  expect(callTreeToText(calleesOf(profile, functionNamed('walk')))).toBe(
    picture(`
      walk     7
        walk   4
          read 3`)
  );
});

test('where no more nodes may be looked into, callers are one leaf that is marked as cut', () => {
  const inverted = invertTree(profile, { maxNodes: 2 });
  expectWellFormed(inverted);
  expect(callTreeToText(inverted)).toBe(
    picture(`
      main         2
      parse        1
        other      1 cut
      read        10
        parse      5
          main     5
        render     2
          other    2 cut
        walk       3
          other    3 cut
      render       3
        other      3 cut
      walk         4
        other      4 cut`)
  );
});

test('cuts of the tree are one leaf, and not the function that is called as they are', () => {
  const cut = textProfile('main 10 -> 4\n  parse 4 -> 1\n    other 3 -> 1 cut\n  other 2 -> 2 cut\nother 5 -> 0');
  const inverted = invertTree(cut);
  expectWellFormed(inverted);
  expect(callTreeToText(inverted)).toBe(
    picture(`
      main    4 -> 1
      parse   1 -> 0
        main  1 -> 0
      other   5 -> 0
      other   5 -> 3 cut`)
  );
  const alone = invertTree(textProfile('main 3\n  other 3 cut'));
  expectWellFormed(alone);
  expect(callTreeToText(alone)).toBe('other 3 cut');
});

test('cuts of the tree are cuts among the callees too', () => {
  const cut = textProfile('main 10\n  parse 4\n    other 3 cut\nidle 5\n  parse 2\n    other 1 cut');
  expect(callTreeToText(calleesOf(cut, cut.functions.names.indexOf('parse')))).toBe(picture('parse 6\n  other 4 cut'));
});

test('an empty profile has nothing below and nothing above', () => {
  const empty = textProfile('');
  expect([invertTree(empty).length, callersOf(empty, 1).length, calleesOf(empty, 1).length]).toEqual([1, 1, 1]);
});

const reversed = ({ names, value }: Stack): Stack => ({ names: names.toReversed(), value });
const all = { maxNodes: Infinity };

test('inverting is reversing every stack, on both sides', () => {
  fc.assert(
    fc.property(anyTree, anyTree, (left, right) => {
      const diff = diffTrees(left, right);
      const inverted = invertTree(diff, all);
      expectWellFormed(inverted);
      const single = invertTree(left, all);
      expect(valuesByPath(single)).toEqual(slowValuesByPath(stacksOf(left).map(reversed)));
      const both = [...stacksOf(diff), ...stacksOf(diff, diff.right!.self)].map(reversed);
      const sum = (side: Record<string, { total: number; self: number }>, path: string) => side[path];
      const [leftValues, rightValues] = [valuesByPath(inverted), valuesByPath(inverted, inverted.right)];
      const slow = slowValuesByPath(both);
      expect(Object.keys(leftValues).sort()).toEqual(Object.keys(slow).sort());
      for (const path of Object.keys(slow)) {
        expect(sum(leftValues, path).total + sum(rightValues, path).total).toBe(slow[path].total);
        expect(sum(leftValues, path).self + sum(rightValues, path).self).toBe(slow[path].self);
      }
    })
  );
});

test('a sandwich is every stack with the function, cut at its outermost call', () => {
  fc.assert(
    fc.property(anyTree, anyName, (tree, name) => {
      const func = tree.functions.names.indexOf(name, 1);
      fc.pre(func !== -1);
      const stacks = stacksOf(tree).filter(({ names }) => names.includes(name));
      const above = stacks.map(({ names, value }) => ({ names: names.slice(0, names.indexOf(name) + 1), value }));
      const below = stacks.map(({ names, value }) => ({ names: names.slice(names.indexOf(name)), value }));
      const [callers, callees] = [callersOf(tree, func, all), calleesOf(tree, func)];
      expectWellFormed(callers);
      expectWellFormed(callees);
      const withoutZeros = (values: ReturnType<typeof valuesByPath>) =>
        Object.fromEntries(Object.entries(values).filter(([, { total }]) => total !== 0));
      expect(withoutZeros(valuesByPath(callers))).toEqual(withoutZeros(slowValuesByPath(above.map(reversed))));
      expect(withoutZeros(valuesByPath(callees))).toEqual(withoutZeros(slowValuesByPath(below)));
    })
  );
});

test('however few nodes are looked into, nothing is lost', () => {
  fc.assert(
    fc.property(anyTree, anyTree, fc.nat(30), (left, right, maxNodes) => {
      const diff = diffTrees(left, right);
      const inverted = invertTree(diff, { maxNodes });
      expectWellFormed(inverted);
      const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
      expect([inverted.total[0], inverted.right?.total[0]]).toEqual([diff.total[0], diff.right?.total[0]]);
      expect([sum(inverted.self), sum(inverted.right!.self)]).toEqual([diff.total[0], diff.right?.total[0]]);
    })
  );
});

test('10,000 levels are no trouble', () => {
  const deep = deepTree(10_000);
  const last = deep.func[10_000];
  expect(invertTree(deep).length).toBe(10_001);
  expect(callersOf(deep, last).length).toBeLessThan(10);
  expect(calleesOf(deep, last).length).toBeGreaterThan(9990);
});
