import fc from 'fast-check';
import { createCallTreeBuilder } from './callTreeBuilder';
import { diffTrees } from './diffTrees';
import { functionDetails, type CallEdge } from './functionDetails';
import { anyName, anyTree, deepTree, stacksOf } from './testing/stacks';
import { textProfile } from './textProfile';

const tree = textProfile(`
  main          20
    parse       12
      read       5
      walk       6
        walk     4
          read   3
    render       6
      read       2
      walk       1`);

const edges = (list: readonly CallEdge[]) => list.map(({ name, total }) => `${name} ${total}`);

test('a function has what it spends, who calls it and what it calls, the largest first', () => {
  const details = functionDetails(tree, 'walk')!;
  expect([details.self, details.total, details.nodes]).toEqual([{ value: 4 }, { value: 7 }, 3]);
  expect(edges(details.callers)).toEqual(['parse 6', 'walk 4', 'render 1']);
  expect(edges(details.callees)).toEqual(['walk 4', 'read 3']);
  expect(edges(functionDetails(tree, 'main')!.callers)).toEqual([]);
});

test('the root and what is not there are no functions', () => {
  expect(functionDetails(tree, 'total')).toBeUndefined();
  expect(functionDetails(tree, 'write')).toBeUndefined();
});

test('a comparison has both sides, and cut functions are told from one of their name', () => {
  const diff = textProfile('main 10 -> 20\n  other 3 -> 1\n    read 3 -> 1\n  other 2 -> 9 cut');
  const details = functionDetails(diff, 'main')!;
  expect(details.total).toEqual({ value: 10, right: 20 });
  expect(details.callees).toMatchObject([
    { name: 'other', isCut: true, total: 2, right: 9 },
    { name: 'other', isCut: false, total: 3, right: 1 },
  ]);
  expect(functionDetails(diff, 'other')!.total).toEqual({ value: 3, right: 1 });
});

test('a function has its file and first line, and functions of one name in two places are one', () => {
  const builder = createCallTreeBuilder('bytes');
  const at = (startLine: number) => builder.functionId('func1', { file: 'a.go', startLine });
  builder.addStackOfIds([at(10), at(20)], 5);
  builder.addStackOfIds([at(20)], 2);
  const details = functionDetails(builder.build(), 'func1');
  expect(details).toMatchObject({ file: 'a.go', startLine: 10, total: { value: 7 }, self: { value: 7 }, nodes: 3 });
});

test('every value is that of the stacks that hold it', () => {
  fc.assert(
    fc.property(anyTree, anyTree, anyName, (left, right, name) => {
      const diff = diffTrees(left, right);
      const details = functionDetails(diff, name);
      const sum = (self: Float64Array, holds: (names: readonly string[]) => boolean) =>
        stacksOf(diff, self).reduce((all, { names, value }) => all + (holds(names) ? value : 0), 0);
      const both = (holds: (names: readonly string[]) => boolean) => [
        sum(diff.self, holds),
        sum(diff.right!.self, holds),
      ];
      if (details === undefined) {
        expect(both((names) => names.includes(name))).toEqual([0, 0]);
        return;
      }
      const pair = ({ value, right: other }: { value: number; right?: number }) => [value, other];
      expect(pair(details.total)).toEqual(both((names) => names.includes(name)));
      expect(pair(details.self)).toEqual(both((names) => names.at(-1) === name));
      for (const { name: caller, total, right: other } of details.callers) {
        expect([total, other]).toEqual(
          both((names) => names.some((each, at) => each === name && names[at - 1] === caller))
        );
      }
      for (const { name: callee, total, right: other } of details.callees) {
        expect([total, other]).toEqual(
          both((names) => names.some((each, at) => each === callee && names[at - 1] === name))
        );
      }
    })
  );
});

test('10,000 levels are no trouble', () => {
  expect(functionDetails(deepTree(10_000), 'f3')).toMatchObject({ total: { value: 1 }, nodes: 1429 });
});
