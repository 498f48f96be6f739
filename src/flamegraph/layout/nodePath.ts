import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';

/** The nodes from the root's child down to the node itself; empty for the root. */
export function ancestry(tree: CallTree, node: NodeIndex): NodeIndex[] {
  const path: NodeIndex[] = [];
  for (let at = node; at !== ROOT; at = tree.parent[at]) {
    path.push(at);
  }
  return path.reverse();
}

export interface NearestNode {
  readonly node: NodeIndex;
  /** How many names of the path were found: all of them, unless this tree ends before the path does. */
  readonly depth: number;
}

/**
 * The node at the end of a path of names from the root's child down, or the last one on the way there that this tree
 * has: what stays in view when a profile is asked for again.
 */
export function nearestByPath(tree: CallTree, path: readonly string[]): NearestNode {
  const { names } = tree.functions;
  let nodes: NodeIndex[] = [ROOT];
  for (let depth = 0; depth < path.length; depth++) {
    const children: NodeIndex[] = [];
    for (const node of nodes) {
      for (let child = node + 1; child < tree.subtreeEnd[node]; child = tree.subtreeEnd[child]) {
        if (names[tree.func[child]] === path[depth]) {
          children.push(child);
        }
      }
    }
    if (children.length === 0) {
      return { node: nodes[0], depth };
    }
    nodes = children;
  }
  return { node: nodes[0], depth: path.length };
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
