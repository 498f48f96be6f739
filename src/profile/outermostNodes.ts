import type { CallTree, FunctionIndex, NodeIndex } from './callTree';

/** The nodes of a function that are not below another node of it: one for each stack that holds it. Linear in nodes. */
export function outermostNodes(tree: CallTree, func: FunctionIndex): NodeIndex[] {
  const found: NodeIndex[] = [];
  let node = 1;
  while (node < tree.length) {
    if (tree.func[node] === func) {
      found.push(node);
      node = tree.subtreeEnd[node];
    } else {
      node++;
    }
  }
  return found;
}
