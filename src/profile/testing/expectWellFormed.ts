import type { CallTree } from '../callTree';

/**
 * `profile`: no node has less than it holds. `any finite`: of a difference, in which it may. `any`: of a tree that broke
 * the promise of finite values before.
 */
export type ValuePromise = 'profile' | 'any finite' | 'any';

/** Holds a tree against everything that `CallTree` promises. */
export function expectWellFormed(tree: CallTree, { values = 'profile' }: { values?: ValuePromise } = {}): void {
  expect(brokenPromises(tree, values)).toEqual([]);
}

function brokenPromises(tree: CallTree, values: ValuePromise): string[] {
  const { length, parent, subtreeEnd, func, functions } = tree;
  const broken: string[] = [];
  const promise = (holds: boolean, what: string) => {
    if (!holds) {
      broken.push(what);
    }
  };
  const sides = tree.right === undefined ? [tree] : [tree, tree.right];
  const columns = [parent, subtreeEnd, func, ...sides.flatMap(({ total, self }) => [total, self])];
  promise(length >= 1, 'there is a node 0');
  promise(
    columns.every((column) => column.length === length),
    'columns are as long as the tree'
  );
  promise(parent[0] === -1 && subtreeEnd[0] === length && func[0] === 0, 'node 0 is the root, of function 0');
  promise(functions.names.length === functions.length, 'every function has a name');

  const called = sides.map(() => new Float64Array(length));
  const nodesBelow = new Uint32Array(length);
  for (let node = 1; node < length; node++) {
    const above = parent[node];
    promise(above < node && above >= 0, `node ${node} comes after its caller`);
    promise(subtreeEnd[node] > node && subtreeEnd[node] <= subtreeEnd[above], `subtree ${node} lies in its caller's`);
    promise(above === node - 1 || subtreeEnd[node - 1] <= node, `node ${node} is a first child or follows a subtree`);
    promise(func[node] > 0 && func[node] < functions.length, `node ${node} has a function that is not the root's`);
    sides.forEach(({ total }, side) => (called[side][above] += total[node]));
    nodesBelow[above] += subtreeEnd[node] - node;
  }
  nodesBelow.forEach((below, node) =>
    promise(subtreeEnd[node] === node + 1 + below, `subtree ${node} is its children's`)
  );
  sides.forEach(({ total, self }, side) => {
    total.forEach((value, node) => {
      const isFinite = Number.isFinite(value) && Number.isFinite(self[node]);
      promise(values === 'any' || isFinite, `values of node ${node} are finite`);
      const isEnough = value * (1 + 1e-9) >= self[node] + called[side][node];
      promise(values !== 'profile' || isEnough, `node ${node} has no less than it holds`);
    });
  });
  let last = 0;
  for (const node of tree.truncated ?? []) {
    promise(node > last && subtreeEnd[node] === node + 1, `cut ${node} is a leaf, and cuts ascend`);
    last = node;
  }
  return broken;
}
