import type { FunctionIndex, NodeIndex } from './callTree';

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
