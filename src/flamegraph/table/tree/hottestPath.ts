import type { CallTree, NodeIndex } from '../../../profile/callTree';
import { children } from '../../layout/walk';

/** A callee with less than this part of its caller's value is no longer where the value goes. */
const LEAST_PART = 0.3;

/** NodeIndex -> what it weighs in a picture: the value, or both sides' together. */
export function nodeWeight({ total, right }: CallTree, node: NodeIndex): number {
  return Math.abs(total[node]) + Math.abs(right?.total[node] ?? 0);
}

/**
 * The way down from a node, itself first, to where its value is spent or spreads: each the heaviest callee of the one
 * before. A node that calls something has a way of at least one step.
 */
export function hottestPath(tree: CallTree, from: NodeIndex): NodeIndex[] {
  const path = [from];
  for (;;) {
    const node = path[path.length - 1];
    const hottest = heaviestOf(tree, children(tree, node));
    const isSmall =
      hottest !== undefined && nodeWeight(tree, hottest) < LEAST_PART * nodeWeight(tree, node) && path.length > 1;
    if (hottest === undefined || isSmall) {
      return path;
    }
    path.push(hottest);
  }
}

/** The heaviest node of a function; undefined where the tree has none. Linear in nodes. */
export function heaviestNamed(tree: CallTree, name: string): NodeIndex | undefined {
  const { func, functions, length } = tree;
  const isNamed = Uint8Array.from(functions.names, (other) => (other === name ? 1 : 0));
  let heaviest: NodeIndex | undefined;
  for (let node = 1; node < length; node++) {
    const isHeavier = heaviest === undefined || nodeWeight(tree, node) > nodeWeight(tree, heaviest);
    if (isNamed[func[node]] === 1 && isHeavier) {
      heaviest = node;
    }
  }
  return heaviest;
}

function heaviestOf(tree: CallTree, nodes: Iterable<NodeIndex>): NodeIndex | undefined {
  let heaviest: NodeIndex | undefined;
  for (const node of nodes) {
    if (heaviest === undefined || nodeWeight(tree, node) > nodeWeight(tree, heaviest)) {
      heaviest = node;
    }
  }
  return heaviest;
}
