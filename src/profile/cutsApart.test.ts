import fc from 'fast-check';
import { calleesOf } from './calleesOf';
import type { CallTree } from './callTree';
import { diffTrees } from './diffTrees';
import { callersOf } from './invertTree';
import { mergeTrees } from './mergeTrees';
import { expectWellFormed } from './testing/expectWellFormed';
import { anyTree, stacksOf, valuesByPath } from './testing/stacks';
import { textProfile } from './textProfile';
import { topTable } from './topTable';
import { TRUNCATED_NAME } from './truncation';

/*
 * What the backend cut is called as a function may be called as well. What holds of a tree with cuts must hold of the
 * same tree where they have a name that no function has.
 */

const CUT = 'cut by the backend';

/** A tree where some of the leaves that are called as cuts are cuts. */
const anyCutTree = fc.tuple(anyTree, fc.array(fc.boolean(), { minLength: 1 })).map(([tree, flags]): CallTree => {
  const truncated = tree.func
    .map((func, node) => (tree.functions.names[func] === TRUNCATED_NAME ? node : 0))
    .filter((node, at) => node > 0 && tree.subtreeEnd[node] === node + 1 && flags[at % flags.length]);
  return { ...tree, truncated };
});

/** The same tree, its cuts as functions of a name of their own. */
function renamed({ truncated = new Uint32Array(), ...tree }: CallTree): CallTree {
  const { length, names } = tree.functions;
  const func = tree.func.slice();
  truncated.forEach((node) => {
    func[node] = length;
  });
  return { ...tree, func, functions: { ...tree.functions, length: length + 1, names: [...names, CUT] } };
}

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
      expect(sidesOf(renamed(tree))).toEqual(sidesOf(together([renamed(left), renamed(right)])));
    })
  );
});

test('callers and callees of every function', () => {
  fc.assert(
    fc.property(anyCutTree, anyCutTree, (left, right) => {
      const tree = diffTrees(left, right);
      const apart = renamed(tree);
      for (const name of new Set(tree.functions.names.slice(1))) {
        const callees = calleesOf(tree, funcOf(tree, name));
        expectWellFormed(callees);
        expect(sidesOf(renamed(callees))).toEqual(sidesOf(calleesOf(apart, funcOf(apart, name))));
        expect(sidesOf(callersOf(tree, funcOf(tree, name)))).toEqual(sidesOf(callersOf(apart, funcOf(apart, name))));
      }
    })
  );
});

test('the top table', () => {
  fc.assert(
    fc.property(anyCutTree, anyCutTree, (left, right) => {
      const tree = diffTrees(left, right);
      const [rows, apart] = [topTable(tree), topTable(renamed(tree))];
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
  expect(stacksOf(renamed(tree)).find(({ names }) => names.includes(CUT))?.value).toBe(4);
});
