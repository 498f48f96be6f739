import type { CallTree, FunctionIndex, NodeIndex } from './callTree';
import type { PreOrder } from './nodeTrie';

/** What Pyroscope names the leaf that stands for the children which it cut (pkg/model/tree.go, truncatedNodeName). */
export const TRUNCATED_NAME = 'other';

/**
 * Whether an answer of the backend can have been cut. Pyroscope keeps the `maxNodes` largest nodes and all that tie
 * with the smallest of them (pkg/model/tree.go, minValue), so an answer with fewer nodes than it was allowed is whole,
 * and an "other" in it is a function of that name.
 *
 * @param nodeCount nodes of the answer besides the root.
 */
export function canBeTruncated(nodeCount: number, maxNodes: number): boolean {
  return nodeCount >= maxNodes;
}

/**
 * NodeIndices, ascending, of the leaves that have the function `other`. A real function named "other" that is a leaf
 * of a cut answer cannot be told apart; one that calls something is not marked.
 */
export function truncatedLeaves(
  columns: { readonly length: number; readonly subtreeEnd: Uint32Array; readonly func: Uint32Array },
  other: FunctionIndex
): Uint32Array {
  const found: NodeIndex[] = [];
  for (let node = 1; node < columns.length; node++) {
    if (columns.subtreeEnd[node] === node + 1 && columns.func[node] === other) {
      found.push(node);
    }
  }
  return Uint32Array.from(found);
}

/**
 * NodeIndex -> its function; of cut leaves the function and `functions` more, so that they are told apart from a
 * function of that name while trees are put together. `uncut` takes it back.
 *
 * @param funcs FunctionIndex of the tree -> FunctionIndex of the table that there will be, of `functions` entries
 */
export function funcsWithCuts({ func, truncated = [] }: ReadCuts, functions: number, funcs?: Uint32Array): Uint32Array {
  const keys = funcs === undefined ? func.slice() : func.map((each) => funcs[each]);
  for (const node of truncated) {
    keys[node] += functions;
  }
  return keys;
}

type ReadCuts = Pick<CallTree, 'func'> & { readonly truncated?: ArrayLike<NodeIndex> & Iterable<NodeIndex> };

/** Gives the cut leaves of such a tree the function that they are called by, in place, and tells which they are. */
export function uncut({ func }: Pick<PreOrder, 'func'>, functions: number): Uint32Array {
  const truncated: NodeIndex[] = [];
  for (let node = 0; node < func.length; node++) {
    if (func[node] >= functions) {
      func[node] -= functions;
      truncated.push(node);
    }
  }
  return Uint32Array.from(truncated);
}
