import { ROOT, type CallTree, type NodeIndex } from '../../../src/profile/callTree';
import { createCallTreeBuilder } from '../../../src/profile/callTreeBuilder';
import { childrenOf, nameOf } from '../wire/children';

/**
 * Only the stacks that begin with these functions, from the outermost inwards. They keep the functions that they begin
 * with. No names: the tree as it is.
 */
export function underCallSite(tree: CallTree, names: readonly string[]): CallTree {
  if (names.length === 0) {
    return tree;
  }
  const above: NodeIndex[] = [];
  let site = ROOT;
  for (const name of names) {
    above.push(site);
    const child = childrenOf(tree, site).find((node) => nameOf(tree, node) === name);
    if (child === undefined) {
      return createCallTreeBuilder(tree.unit).build();
    }
    site = child;
  }
  return subtreeBelow(tree, above, site);
}

/** The subtree of `site` under the nodes that lead to it, which get its total and nothing of their own. */
function subtreeBelow(tree: CallTree, above: readonly NodeIndex[], site: NodeIndex): CallTree {
  const shift = above.length - site;
  const length = tree.subtreeEnd[site] + shift;
  const columns = {
    parent: new Int32Array(length),
    subtreeEnd: new Uint32Array(length),
    func: new Uint32Array(length),
    total: new Float64Array(length),
    self: new Float64Array(length),
  };
  above.forEach((node, at) => {
    columns.parent[at] = at - 1;
    columns.subtreeEnd[at] = length;
    columns.func[at] = tree.func[node];
    columns.total[at] = tree.total[site];
  });
  for (let node = site; node < tree.subtreeEnd[site]; node++) {
    const at = node + shift;
    columns.parent[at] = node === site ? at - 1 : tree.parent[node] + shift;
    columns.subtreeEnd[at] = tree.subtreeEnd[node] + shift;
    columns.func[at] = tree.func[node];
    columns.total[at] = tree.total[node];
    columns.self[at] = tree.self[node];
  }
  return { length, ...columns, functions: tree.functions, unit: tree.unit };
}
