import type { SampleUnit } from '../base/sampleUnit';
import type { FunctionTable } from './functionTable';

/** Position of a node in a `CallTree`'s columns. */
export type NodeIndex = number;
/** Position of a function in a `FunctionTable`. */
export type FunctionIndex = number;

/**
 * A merged call tree, one entry a node, in depth-first pre-order:
 *
 *   node  0 total        subtreeEnd 5
 *   node  1   main       subtreeEnd 5
 *   node  2     parse    subtreeEnd 4
 *   node  3       read   subtreeEnd 4
 *   node  4     render   subtreeEnd 5
 *
 * so a subtree is the index range [node, subtreeEnd[node]), a parent always precedes its children, the first child of
 * a node is `node + 1` (if that is below its subtreeEnd) and the next sibling of a node is its subtreeEnd (if that is
 * below the parent's). Siblings stand in the order in which they are drawn.
 *
 * Node 0 is the one root, "total", which stands for the whole profile and has parent -1. There is always a node 0: an
 * empty profile is a tree of length 1 and total 0. Its function is function 0, which no other node has, so that what is
 * counted by function never counts the whole profile. Where a data source draws a root of its own, node 0 is that one,
 * under its own name.
 *
 * `total` is at least `self` plus the children's totals. Values are finite; they are non-negative, except in profiles
 * that are differences themselves. Plain data: may be posted to a worker and may cross plugin bundles.
 */
export interface CallTree {
  /** Number of nodes, at least 1. */
  readonly length: number;
  /** NodeIndex -> NodeIndex of its caller, -1 for the root. */
  readonly parent: Int32Array;
  /** NodeIndex -> NodeIndex just after its last descendant. */
  readonly subtreeEnd: Uint32Array;
  /** NodeIndex -> FunctionIndex into `functions`. */
  readonly func: Uint32Array;
  /** NodeIndex -> value of the node and all that it called, in `unit`. */
  readonly total: Float64Array;
  /** NodeIndex -> value spent in the node itself, in `unit`. */
  readonly self: Float64Array;
  readonly functions: FunctionTable;
  readonly unit: SampleUnit;
  /** For a comparison: the second side's values of the same nodes. `total` and `self` are then the baseline's. */
  readonly right?: { readonly total: Float64Array; readonly self: Float64Array };
  /**
   * NodeIndices, ascending, of leaves that stand for functions which the backend merged to keep its answer small
   * ("other"). Absent or empty: nothing is known to be cut.
   */
  readonly truncated?: Uint32Array;
}

export const ROOT: NodeIndex = 0;
export const ROOT_NAME = 'total';
