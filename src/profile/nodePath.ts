import { ROOT, type CallTree, type NodeIndex } from './callTree';

/** Names of a node's stack, from the outermost function to the node's own. Empty for the root. */
export function pathOf({ parent, func, functions }: CallTree, node: NodeIndex): string[] {
  const names: string[] = [];
  for (let at = node; at !== ROOT; at = parent[at]) {
    names.push(functions.names[func[at]]);
  }
  return names.reverse();
}

/** The nodes of that stack, from the root's child down to the node itself. Empty for the root. */
export function ancestry({ parent }: CallTree, node: NodeIndex): NodeIndex[] {
  const nodes: NodeIndex[] = [];
  for (let at = node; at !== ROOT; at = parent[at]) {
    nodes.push(at);
  }
  return nodes.reverse();
}

/** The nodes with that stack of names, in drawing order: several where siblings share a name, none where it ends. */
export function nodesByPath(tree: CallTree, path: readonly string[]): readonly NodeIndex[] {
  const { nodes, depth } = follow(tree, path);
  return depth === path.length ? nodes : [];
}

/**
 * The node with that stack of names, or undefined if the tree has none: how a focus or selection is found again in an
 * answer that came after it was made. Where siblings share a name, the first node in drawing order that fits.
 */
export function nodeByPath(tree: CallTree, path: readonly string[]): NodeIndex | undefined {
  return nodesByPath(tree, path)[0];
}

export interface NearestNode {
  readonly node: NodeIndex;
  /** How many names of the path were found: all of them, unless this tree ends before the path does. */
  readonly depth: number;
}

/**
 * The node at the end of a path of names, or the last one on the way there that this tree has: what stays in view when
 * a profile is asked for again.
 */
export function nearestByPath(tree: CallTree, path: readonly string[]): NearestNode {
  const { nodes, depth } = follow(tree, path);
  return { node: nodes[0], depth };
}

/** Whether two nodes of two trees are reached by the same names. */
export function isSamePath(tree: CallTree, node: NodeIndex, other: CallTree, otherNode: NodeIndex): boolean {
  let at = node;
  let otherAt = otherNode;
  while (at !== ROOT && otherAt !== ROOT) {
    if (tree.functions.names[tree.func[at]] !== other.functions.names[other.func[otherAt]]) {
      return false;
    }
    at = tree.parent[at];
    otherAt = other.parent[otherAt];
  }
  return at === otherAt;
}

/** Goes along a path as far as the tree has it: the nodes where that ends, at least one, and how many names deep. */
function follow({ subtreeEnd, func, functions }: CallTree, path: readonly string[]) {
  let nodes: NodeIndex[] = [ROOT];
  for (let depth = 0; depth < path.length; depth++) {
    const children: NodeIndex[] = [];
    for (const node of nodes) {
      for (let child = node + 1; child < subtreeEnd[node]; child = subtreeEnd[child]) {
        if (functions.names[func[child]] === path[depth]) {
          children.push(child);
        }
      }
    }
    if (children.length === 0) {
      return { nodes, depth };
    }
    nodes = children;
  }
  return { nodes, depth: path.length };
}
