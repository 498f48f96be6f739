import fc from 'fast-check';
import { createCallTreeBuilder } from './callTreeBuilder';
import { expectWellFormed } from './testing/expectWellFormed';
import { anyStacks, deepTree, slowValuesByPath, treeOfStacks, valuesByPath } from './testing/stacks';
import { callTreeToText, picture } from './textProfile';

test('stacks that begin alike share nodes, whose totals hold all of them', () => {
  const builder = createCallTreeBuilder('bytes');
  builder.addStack(['main', 'parse', 'read'], 4);
  builder.addStack(['main', 'render'], 5);
  builder.addStack(['main'], 1);
  const tree = builder.build();
  expect(callTreeToText(tree)).toBe(
    picture(`
      main      10
        parse    4
          read   4
        render   5`)
  );
  expect(tree.unit).toBe('bytes');
});

test('siblings stand by name whatever the order of the stacks, and "other" last', () => {
  const names = ['zebra', 'other', 'alpha', 'pear'];
  expect(callTreeToText(treeOfStacks(names.map((name) => ({ names: [name], value: 1 }))))).toBe(
    picture(`
      alpha 1
      pear  1
      zebra 1
      other 1`)
  );
});

test('no stacks at all make a root and nothing else', () => {
  const tree = createCallTreeBuilder('count').build();
  expectWellFormed(tree);
  expect([tree.length, tree.total[0]]).toEqual([1, 0]);
});

test('a stack of no functions is the value of the root itself', () => {
  expect(callTreeToText(treeOfStacks([{ names: [], value: 3 }]))).toBe('(root) 3');
});

test('a function that is called "total" is not taken for the root', () => {
  const tree = treeOfStacks([{ names: ['total', 'total'], value: 2 }]);
  expectWellFormed(tree);
  expect(callTreeToText(tree)).toBe(picture('total 2\n  total 2'));
});

test('functions of one name in different files are different nodes', () => {
  const builder = createCallTreeBuilder('count');
  const one = builder.functionId('(anonymous)', { file: 'one.js', startLine: 3 });
  const two = builder.functionId('(anonymous)', { file: 'two.js', startLine: 3 });
  builder.addStackOfIds([one], 1);
  builder.addStackOfIds([two], 2);
  builder.addStackOfIds([9, one, two, 9], 4, 1, 3);
  const { functions, ...tree } = builder.build();
  expect(callTreeToText({ ...tree, functions })).toBe(
    picture(`
      (anonymous)   5
        (anonymous) 4
      (anonymous)   2`)
  );
  expect(Array.from(tree.func, (func) => functions.files?.[functions.file![func]])).toEqual([
    undefined,
    'one.js',
    'two.js',
    'two.js',
  ]);
});

test('the tree says of every path what its stacks add up to', () => {
  fc.assert(
    fc.property(anyStacks(fc.integer({ min: -50, max: 1000 })), (stacks) => {
      expect(valuesByPath(treeOfStacks(stacks))).toEqual(slowValuesByPath(stacks));
    })
  );
});

test('every tree is well formed, and building goes on after it', () => {
  fc.assert(
    fc.property(anyStacks(), anyStacks(), (first, second) => {
      const builder = createCallTreeBuilder('count');
      first.forEach(({ names, value }) => builder.addStack(names, value));
      expectWellFormed(builder.build());
      second.forEach(({ names, value }) => builder.addStack(names, value));
      expect(valuesByPath(builder.build())).toEqual(slowValuesByPath([...first, ...second]));
    })
  );
});

test('a stack of 10,000 levels is no trouble', () => {
  expectWellFormed(deepTree(10_000));
});

test('a value that is no finite number is refused', () => {
  expect(() => createCallTreeBuilder('count').addStack(['main'], Number.NaN)).toThrow(RangeError);
});
