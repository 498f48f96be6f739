import type { CallTree, NodeIndex } from '../callTree';
import type { NamedTree } from '../groupTrees';

/** The root's children as trees of their own: the groups that a tree was made of. They share its function table. */
export function childrenAsTrees(tree: CallTree): NamedTree[] {
  const trees: NamedTree[] = [];
  for (let child = 1; child < tree.length; child = tree.subtreeEnd[child]) {
    trees.push({ name: tree.functions.names[tree.func[child]], tree: nodesBelow(tree, child) });
  }
  return trees;
}

/** The tree whose root stands for `node`: what lies below it, with its values. Shares the function table. */
function nodesBelow(tree: CallTree, node: NodeIndex): CallTree {
  const end = tree.subtreeEnd[node];
  const sideOf = ({ total, self }: Pick<CallTree, 'total' | 'self'>) => ({
    total: total.slice(node, end),
    self: self.slice(node, end),
  });
  const parent = tree.parent.slice(node, end).map((above) => above - node);
  parent[0] = -1;
  const func = tree.func.slice(node, end);
  func[0] = 0;
  const truncated = tree.truncated?.filter((cut) => cut > node && cut < end).map((cut) => cut - node);
  return {
    length: end - node,
    parent,
    subtreeEnd: tree.subtreeEnd.slice(node, end).map((last) => last - node),
    func,
    ...sideOf(tree),
    functions: tree.functions,
    unit: tree.unit,
    ...(tree.right === undefined ? {} : { right: sideOf(tree.right) }),
    ...(truncated === undefined || truncated.length === 0 ? {} : { truncated }),
  };
}
