import { type CallTree, type FunctionIndex, ROOT } from '../../profile/callTree';
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
  /** The functions below one root, by their FunctionIndex: what colours them by their own values. */
  readonly flat: CallTree;
}

/** Linear in nodes. */
export function functionRows(given: CallTree): FunctionRows {
  const tree = withElidedApart(given);
  const values = topTable(withoutMarks(tree));
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
    flat: flatTree(tree, values),
  };
}

function flatTree(tree: CallTree, values: TopTable): CallTree {
  const { length } = values;
  const sideOf = (side: Pick<TopTable, 'self' | 'total'>, whole: number) => {
    const total = side.total.slice();
    total[ROOT] = whole;
    return { total, self: side.self };
  };
  const parent = new Int32Array(length);
  parent[ROOT] = -1;
  const subtreeEnd = Uint32Array.from({ length }, (_, func) => func + 1);
  subtreeEnd[ROOT] = length;
  return {
    length,
    parent,
    subtreeEnd,
    func: Uint32Array.from({ length }, (_, func) => func),
    ...sideOf(values, tree.total[ROOT]),
    functions: tree.functions,
    unit: tree.unit,
    ...(values.right && tree.right && { right: sideOf(values.right, tree.right.total[ROOT]) }),
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
