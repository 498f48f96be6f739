import type { CallTree, NodeIndex } from '../../../src/profile/callTree';
import { compareTexts } from '../labels';

/** The children of a node, in the tree's order. */
export function childrenOf(tree: CallTree, node: NodeIndex): NodeIndex[] {
  const children: NodeIndex[] = [];
  for (let child = node + 1; child < tree.subtreeEnd[node]; child = tree.subtreeEnd[child]) {
    children.push(child);
  }
  return children;
}

/** The children of a node by name, which is how Pyroscope keeps them. */
export function childrenByName(tree: CallTree, node: NodeIndex): NodeIndex[] {
  return childrenOf(tree, node).sort((a, b) => compareTexts(nameOf(tree, a), nameOf(tree, b)));
}

export function nameOf(tree: CallTree, node: NodeIndex): string {
  return tree.functions.names[tree.func[node]];
}
