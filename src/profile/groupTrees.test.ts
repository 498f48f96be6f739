import fc from 'fast-check';
import { applyFilters } from './filters/applyFilters';
import { groupTrees } from './groupTrees';
import { childrenAsTrees } from './testing/childrenAsTrees';
import { mergeTrees } from './mergeTrees';
import { expectWellFormed } from './testing/expectWellFormed';
import { anyName, anyTree, deepTree } from './testing/stacks';
import { callTreeToText, picture, textProfile } from './textProfile';
import { topTable } from './topTable';

test('groups stand under the root in the order given, each with its own tree', () => {
  const tree = groupTrees(
    [
      { name: 'v2', tree: textProfile('(root) 6\nmain 5\n  parse 2') },
      { name: 'v1', tree: textProfile('main 3\n  other 1 cut') },
      { name: '', tree: textProfile('') },
    ],
    'bytes'
  );
  expectWellFormed(tree);
  expect(tree.unit).toBe('bytes');
  expect(callTreeToText(tree)).toBe(
    picture(`
      v2         6
        main     5
          parse  2
      v1         3
        main     3
          other  1 cut
      ""         0`)
  );
});

test('a function is one in all groups, and a group is none, whatever it is called', () => {
  const tree = groupTrees(
    [
      { name: 'main', tree: textProfile('main 5\n  parse 2') },
      { name: 'main', tree: textProfile('parse 1') },
    ],
    'count'
  );
  expectWellFormed(tree);
  const { total } = topTable(tree);
  expect(tree.functions.names).toEqual(['total', 'main', 'parse', 'main', 'main']);
  expect(Array.from(total)).toEqual([0, 5, 3, 5, 1]);
});

test('a comparison among the groups makes all of them one', () => {
  const tree = groupTrees(
    [
      { name: 'a', tree: textProfile('main 5 -> 7') },
      { name: 'b', tree: textProfile('main 3') },
    ],
    'count'
  );
  expectWellFormed(tree);
  expect(callTreeToText(tree)).toBe(picture('a 5 -> 7\n  main 5 -> 7\nb 3 -> 0\n  main 3 -> 0'));
});

test('files come along', () => {
  const main = textProfile('main 1');
  const functions = { ...main.functions, files: ['a.go'], file: Int32Array.of(-1, 0), startLine: Int32Array.of(0, 4) };
  const tree = groupTrees([{ name: 'a', tree: { ...main, functions } }], 'count');
  expect([tree.functions.files, Array.from(tree.functions.file!), Array.from(tree.functions.startLine!)]).toEqual([
    ['a.go'],
    [-1, 0, -1],
    [0, 4, 0],
  ]);
});

test('no groups are an empty profile', () => {
  expectWellFormed(groupTrees([], 'count'));
});

test('filters leave the groups in their order', () => {
  const groups = ['z', 'a'].map((name) => ({ name, tree: textProfile('main 2\n  b 1\n    x 1') }));
  const { tree } = applyFilters(groupTrees(groups, 'count'), [
    { rule: { kind: 'hide-frame', match: { by: 'function', value: 'main' } } },
  ]);
  expect(callTreeToText(tree)).toBe(picture('z 2\n  b 1\n    x 1\na 2\n  b 1\n    x 1'));
});

test('the groups of a tree are the trees that it was made of', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ name: anyName, tree: anyTree }), { maxLength: 4 }), (groups) => {
      const grouped = groupTrees(groups, 'nanoseconds');
      expectWellFormed(grouped);
      const again = childrenAsTrees(grouped);
      again.forEach(({ tree }) => expectWellFormed(tree));
      const texts = (trees: typeof groups) => trees.map(({ name, tree }) => [name, callTreeToText(tree)]);
      expect(texts(again)).toEqual(texts(groups));
      expect(callTreeToText(mergeTrees(again.map(({ tree }) => tree)))).toBe(
        callTreeToText(mergeTrees(groups.map(({ tree }) => tree)))
      );
    })
  );
});

test('10,000 levels are no trouble', () => {
  const deep = deepTree(10_000);
  const tree = groupTrees(
    [
      { name: 'a', tree: deep },
      { name: 'b', tree: deep },
    ],
    'count'
  );
  expect([tree.length, tree.total[0], childrenAsTrees(tree)[1].tree.length]).toEqual([20_003, 2, 10_001]);
});
