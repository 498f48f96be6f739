import type { CallTree, NodeIndex } from '../callTree';
import { ownValues } from '../ownValues';

/** Where the values of a node go that goes away with them. */
export const NOWHERE = -1;

/**
 * The tree of the nodes that stay. Nothing moves: every node keeps its caller and its place among its siblings.
 *
 * @param stays NodeIndex -> 1 where the node stays. The root does, and with a node its callers do.
 * @param into NodeIndex -> the node that stays and gets the values which this one has of its own, or `NOWHERE`.
 */
export function pruneTree(tree: CallTree, stays: Uint8Array, into: Int32Array): CallTree {
  const place = new Int32Array(tree.length).fill(NOWHERE);
  let length = 0;
  for (let node = 0; node < tree.length; node++) {
    if (stays[node] === 1) {
      place[node] = length++;
    }
  }
  const parent = new Int32Array(length).fill(-1);
  const func = new Uint32Array(length);
  const subtreeEnd = new Uint32Array(length);
  for (let node = 0; node < tree.length; node++) {
    const at = place[node];
    if (at !== NOWHERE) {
      func[at] = tree.func[node];
      parent[at] = node === 0 ? -1 : place[tree.parent[node]];
    }
  }
  for (let at = length - 1; at >= 0; at--) {
    subtreeEnd[at] = Math.max(subtreeEnd[at], at + 1);
    if (at > 0) {
      subtreeEnd[parent[at]] = Math.max(subtreeEnd[parent[at]], subtreeEnd[at]);
    }
  }
  const sideOf = (side: { readonly total: Float64Array; readonly self: Float64Array }) => {
    const own = ownValues(tree, side);
    const total = new Float64Array(length);
    const self = new Float64Array(length);
    for (let node = 0; node < tree.length; node++) {
      if (into[node] !== NOWHERE) {
        const at = place[into[node]];
        total[at] += own[node];
        self[at] += side.self[node];
      }
    }
    for (let at = length - 1; at > 0; at--) {
      total[parent[at]] += total[at];
    }
    return { total, self };
  };
  const truncated = tree.truncated?.filter((node) => stays[node] === 1).map((node) => place[node]);
  return {
    length,
    parent,
    subtreeEnd,
    func,
    ...sideOf(tree),
    functions: tree.functions,
    unit: tree.unit,
    ...(tree.right === undefined ? {} : { right: sideOf(tree.right) }),
    ...(truncated === undefined || truncated.length === 0 ? {} : { truncated }),
  };
}

/** `stays` and `into` of a tree of which everything stays. */
export function wholeTree({ length }: CallTree): { readonly stays: Uint8Array; readonly into: Int32Array } {
  return { stays: new Uint8Array(length).fill(1), into: Int32Array.from({ length }, (_, node: NodeIndex) => node) };
}
