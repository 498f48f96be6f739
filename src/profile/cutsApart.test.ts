import fc from 'fast-check';
import { calleesOf } from './calleesOf';
import type { CallTree } from './callTree';
import { diffTrees } from './diffTrees';
import { callersOf } from './invertTree';
import { mergeTrees } from './mergeTrees';
import { expectWellFormed } from './testing/expectWellFormed';
import { anyCutTree, CUT, cutsApart } from './testing/cutTrees';
import { stacksOf, valuesByPath } from './testing/stacks';
import { textProfile } from './textProfile';
import { topTable } from './topTable';
import { TRUNCATED_NAME } from './truncation';

/*
 * What the backend cut is called as a function may be called as well. What holds of a tree with cuts must hold of the
 * same tree where they have a name that no function has.
 */

const sidesOf = (tree: CallTree) => [valuesByPath(tree), tree.right && valuesByPath(tree, tree.right)];
const funcOf = ({ functions }: CallTree, name: string) => functions.names.indexOf(name, 1);

test.each([
  ['added up', (trees: CallTree[]) => mergeTrees(trees)],
  ['compared', ([left, right]: CallTree[]) => diffTrees(left, right)],
])('trees that are %s', (_, together) => {
  fc.assert(
    fc.property(anyCutTree, anyCutTree, (left, right) => {
      const tree = together([left, right]);
      expectWellFormed(tree);
      expect(sidesOf(cutsApart(tree))).toEqual(sidesOf(together([cutsApart(left), cutsApart(right)])));
    })
  );
});

test('callers and callees of every function', () => {
  fc.assert(
    fc.property(anyCutTree, anyCutTree, (left, right) => {
      const tree = diffTrees(left, right);
      const apart = cutsApart(tree);
      for (const name of new Set(tree.functions.names.slice(1))) {
        const callees = calleesOf(tree, funcOf(tree, name));
        expectWellFormed(callees);
        expect(sidesOf(cutsApart(callees))).toEqual(sidesOf(calleesOf(apart, funcOf(apart, name))));
        expect(sidesOf(callersOf(tree, funcOf(tree, name)))).toEqual(sidesOf(callersOf(apart, funcOf(apart, name))));
      }
    })
  );
});

test('the top table', () => {
  fc.assert(
    fc.property(anyCutTree, anyCutTree, (left, right) => {
      const tree = diffTrees(left, right);
      const [rows, apart] = [topTable(tree), topTable(cutsApart(tree))];
      for (let func = 1; func < tree.functions.length; func++) {
        const of = ({ total, self, right: other, nodes }: typeof rows) => {
          return [total[func], self[func], other?.total[func], other?.self[func], nodes[func]];
        };
        expect(of(rows)).toEqual(of(apart));
      }
    })
  );
});

test('a function that is called as cuts are keeps its own value beside them', () => {
  const tree = mergeTrees([textProfile('main 10\n  other 4 cut'), textProfile('main 5\n  other 3\n    deep 3')]);
  const other = funcOf(tree, TRUNCATED_NAME);
  expect([topTable(tree).total[other], calleesOf(tree, other).total[0], callersOf(tree, other).total[0]]).toEqual([
    3, 3, 3,
  ]);
  expect(stacksOf(cutsApart(tree)).find(({ names }) => names.includes(CUT))?.value).toBe(4);
});
