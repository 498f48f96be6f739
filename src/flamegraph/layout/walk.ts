import { assertNever } from '../../base/assertNever';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';

/** A step from a node to one beside it, by what the profile says and not by where it is drawn. */
export type Step = 'caller' | 'callee' | 'previous' | 'next';

/**
 * The node that a step leads to; the node itself where there is none. The callee is the heaviest one, which is where a
 * reader wants to go; previous and next are siblings in tree order, as they stand from left to right.
 */
export function walk(tree: CallTree, weight: Float64Array, node: NodeIndex, step: Step): NodeIndex {
  switch (step) {
    case 'caller':
      return node === ROOT ? ROOT : tree.parent[node];
    case 'callee':
      return heaviestChild(tree, weight, node) ?? node;
    case 'next': {
      const sibling = tree.subtreeEnd[node];
      return node !== ROOT && sibling < tree.subtreeEnd[tree.parent[node]] ? sibling : node;
    }
    case 'previous':
      return previousSibling(tree, node);
    default:
      return assertNever(step);
  }
}

function heaviestChild(tree: CallTree, weight: Float64Array, node: NodeIndex): NodeIndex | undefined {
  let heaviest: NodeIndex | undefined;
  for (const child of children(tree, node)) {
    if (heaviest === undefined || weight[child] > weight[heaviest]) {
      heaviest = child;
    }
  }
  return heaviest;
}

function previousSibling(tree: CallTree, node: NodeIndex): NodeIndex {
  let previous = node;
  if (node !== ROOT) {
    for (const sibling of children(tree, tree.parent[node])) {
      if (sibling === node) {
        break;
      }
      previous = sibling;
    }
  }
  return previous;
}

/** A node's children, from left to right. */
export function* children(tree: CallTree, node: NodeIndex): Generator<NodeIndex> {
  const end = tree.subtreeEnd[node];
  for (let child = node + 1; child < end; child = tree.subtreeEnd[child]) {
    yield child;
  }
}
