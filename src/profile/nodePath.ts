import { ROOT, type CallTree, type NodeIndex } from './callTree';

/** Names of a node's stack, from the outermost function to the node's own. Empty for the root. */
export function pathOf({ parent, func, functions }: CallTree, node: NodeIndex): string[] {
  const names: string[] = [];
  for (let at = node; at !== ROOT; at = parent[at]) {
    names.push(functions.names[func[at]]);
  }
  return names.reverse();
}

/** The nodes with that stack of names, in drawing order: several where siblings share a name, none where it ends. */
export function nodesByPath({ subtreeEnd, func, functions }: CallTree, path: readonly string[]): NodeIndex[] {
  let nodes: NodeIndex[] = [ROOT];
  for (const name of path) {
    const children: NodeIndex[] = [];
    for (const node of nodes) {
      for (let child = node + 1; child < subtreeEnd[node]; child = subtreeEnd[child]) {
        if (functions.names[func[child]] === name) {
          children.push(child);
        }
      }
    }
    nodes = children;
  }
  return nodes;
}

/**
 * The node with that stack of names, or undefined if the tree has none: how a focus or selection is found again in an
 * answer that came after it was made. Where siblings share a name, the first node in drawing order that fits.
 */
export function nodeByPath(tree: CallTree, path: readonly string[]): NodeIndex | undefined {
  return nodesByPath(tree, path)[0];
}
