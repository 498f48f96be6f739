import type { CallTree, FunctionIndex, NodeIndex } from './callTree';

/**
 * The nodes of a function that are not below another node of it: one for each stack that holds it. Functions in other
 * places that are called the same are the same one, as they are for filters and details. Leaves that stand for cut
 * functions are none of it, whatever they are called. Linear in nodes.
 */
export function outermostNodes(tree: CallTree, func: FunctionIndex): NodeIndex[] {
  const { names } = tree.functions;
  const isIt = Uint8Array.from(names, (name, index) => (index > 0 && name === names[func] ? 1 : 0));
  const found: NodeIndex[] = [];
  const { truncated = new Uint32Array() } = tree;
  let cut = 0;
  let node = 1;
  while (node < tree.length) {
    while (truncated[cut] < node) {
      cut++;
    }
    if (isIt[tree.func[node]] === 1 && truncated[cut] !== node) {
      found.push(node);
      node = tree.subtreeEnd[node];
    } else {
      node++;
    }
  }
  return found;
}
