import fc from 'fast-check';
import type { CallTree } from '../callTree';
import { diffTrees } from '../diffTrees';
import { TRUNCATED_NAME } from '../truncation';
import { anyName, anyStacks, treeOfStacks } from './stacks';

/** What `cutsApart` calls leaves that stand for cut functions: no other name in tests is this. */
export const CUT = 'cut by the backend';

function withSomeCuts(tree: CallTree, flags: readonly boolean[]): CallTree {
  const truncated = tree.func
    .map((func, node) => (tree.functions.names[func] === TRUNCATED_NAME ? node : 0))
    .filter((node, at) => node > 0 && tree.subtreeEnd[node] === node + 1 && flags[at % flags.length]);
  return { ...tree, truncated };
}

/** A tree where some of the leaves that are called as cuts are cuts. */
export const anyCutTree = cutTreeOf(fc.nat(1000), anyName);

/** Profiles and comparisons, with cuts, recursion, sides without a value, values below 0, and sums that are 0. */
export function anyProfile(name = anyName): fc.Arbitrary<CallTree> {
  const cut = cutTreeOf(fc.nat(1000), name);
  const difference = cutTreeOf(fc.integer({ min: -50, max: 50 }), name);
  return fc.oneof(
    cut,
    difference,
    fc.tuple(cut, cut).map(([left, right]) => diffTrees(left, right)),
    fc.tuple(difference, difference).map(([left, right]) => diffTrees(left, right))
  );
}

function cutTreeOf(values: fc.Arbitrary<number>, name: fc.Arbitrary<string>): fc.Arbitrary<CallTree> {
  return fc
    .tuple(anyStacks(values, name).map(treeOfStacks), fc.array(fc.boolean(), { minLength: 1 }))
    .map(([tree, flags]) => withSomeCuts(tree, flags));
}

/** The same tree, its cuts as functions of a name of their own: what holds of the one must hold of the other. */
export function cutsApart({ truncated = new Uint32Array(), ...tree }: CallTree): CallTree {
  const { length, names } = tree.functions;
  const func = tree.func.slice();
  truncated.forEach((node) => {
    func[node] = length;
  });
  return { ...tree, func, functions: { ...tree.functions, length: length + 1, names: [...names, CUT] } };
}
