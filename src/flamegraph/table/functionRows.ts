import type { CallTree, FunctionIndex, NodeIndex } from '../../profile/callTree';
import { topTable, type TopTable } from '../../profile/topTable';

/** The functions of a profile with their values: what the table shows, before it is sorted or searched. */
export interface FunctionRows {
  /**
   * The tree that the rows are of: the one given, but that what the backend cut is counted apart, as the function
   * `elided`.
   */
  readonly tree: CallTree;
  readonly elided?: FunctionIndex;
  /** FunctionIndex -> values. */
  readonly values: TopTable;
  /** FunctionIndices of the functions that the profile holds, ascending. */
  readonly functions: Uint32Array;
  /** FunctionIndex -> NodeIndex of its first node; 0 where it has none. */
  readonly firstNode: Uint32Array;
}

/** Linear in nodes. */
export function functionRows(given: CallTree): FunctionRows {
  const tree = withElidedApart(given);
  const values = topTable(withoutMarks(tree));
  const firstNode = new Uint32Array(values.length);
  for (let node: NodeIndex = tree.length - 1; node > 0; node--) {
    firstNode[tree.func[node]] = node;
  }
  const functions = new Uint32Array(values.length);
  let count = 0;
  for (let func: FunctionIndex = 0; func < values.length; func++) {
    if (values.nodes[func] > 0) {
      functions[count++] = func;
    }
  }
  return {
    tree,
    ...(tree === given ? {} : { elided: given.functions.length }),
    values,
    functions: functions.subarray(0, count),
    firstNode,
  };
}

/** As if its cuts, which have a function of their own, were no cuts: so they are counted as one. */
function withoutMarks(tree: CallTree): CallTree {
  const { truncated, ...rest } = tree;
  return truncated === undefined ? tree : rest;
}

/** Nodes that stand for cut functions share a name, "other", that a function may have, too: they get one of their own. */
function withElidedApart(tree: CallTree): CallTree {
  const { truncated, functions } = tree;
  if (truncated === undefined || truncated.length === 0) {
    return tree;
  }
  const func = tree.func.slice();
  for (const node of truncated) {
    func[node] = functions.length;
  }
  return { ...tree, func, functions: { ...functions, length: functions.length + 1, names: [...functions.names, ''] } };
}
