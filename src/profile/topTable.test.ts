import fc from 'fast-check';
import { diffTrees } from './diffTrees';
import { anyTree, deepTree, stacksOf } from './testing/stacks';
import { textProfile } from './textProfile';
import { topTable } from './topTable';

test('a function that recurs counts once in its total, with all that it spends itself', () => {
  const tree = textProfile(`
    main    10
      walk   9
        walk 6
          main 1
    walk     4`);
  const { self, total, nodes } = topTable(tree);
  const rowOf = (name: string) => {
    const func = tree.functions.names.indexOf(name, 1);
    return [self[func], total[func], nodes[func]];
  };
  expect(rowOf('main')).toEqual([2, 10, 2]);
  expect(rowOf('walk')).toEqual([12, 13, 3]);
});

test('every row is what the stacks with that function add up to, on both sides', () => {
  fc.assert(
    fc.property(anyTree, anyTree, (left, right) => {
      const diff = diffTrees(left, right);
      const table = topTable(diff);
      for (let func = 1; func < diff.functions.length; func++) {
        const name = diff.functions.names[func];
        const slow = (self: Float64Array) => {
          const stacks = stacksOf(diff, self);
          const sum = (of: typeof stacks) => of.reduce((total, { value }) => total + value, 0);
          return {
            total: sum(stacks.filter(({ names }) => names.includes(name))),
            self: sum(stacks.filter(({ names }) => names.at(-1) === name)),
          };
        };
        expect({ total: table.total[func], self: table.self[func] }).toEqual(slow(diff.self));
        expect({ total: table.right!.total[func], self: table.right!.self[func] }).toEqual(slow(diff.right!.self));
      }
      expect(table.nodes.reduce((sum, count) => sum + count, 0)).toBe(diff.length - 1);
    })
  );
});

test('the root is no function', () => {
  const { self, total, nodes } = topTable(textProfile('(root) 7\nmain 2'));
  expect([self[0], total[0], nodes[0]]).toEqual([0, 0, 0]);
});

test('10,000 levels of recursion are no trouble', () => {
  expect(Array.from(topTable(deepTree(10_000)).total)).toEqual([0, 1, 1, 1, 1, 1, 1, 1]);
});
