import type { CallTree, FunctionIndex, NodeIndex } from './callTree';

/**
 * The nodes of a function that are not below another node of it: one for each stack that holds it. Leaves that stand
 * for cut functions are none of it, whatever they are called. Linear in nodes.
 */
export function outermostNodes(tree: CallTree, func: FunctionIndex): NodeIndex[] {
  const found: NodeIndex[] = [];
  const { truncated = new Uint32Array() } = tree;
  let cut = 0;
  let node = 1;
  while (node < tree.length) {
    while (truncated[cut] < node) {
      cut++;
    }
    if (tree.func[node] === func && truncated[cut] !== node) {
      found.push(node);
      node = tree.subtreeEnd[node];
    } else {
      node++;
    }
  }
  return found;
}
