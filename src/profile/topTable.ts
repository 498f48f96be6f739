import type { CallTree } from './callTree';

/**
 * Values of each function over all of a profile. The root's function has zeros: it is no function. Nor is what the
 * backend cut, which counts for no row.
 */
export interface TopTable {
  /** Number of rows: a row is a FunctionIndex. */
  readonly length: number;
  /** FunctionIndex -> value spent in the function itself. */
  readonly self: Float64Array;
  /** FunctionIndex -> value of all stacks that hold the function, each stack once, however often it recurs there. */
  readonly total: Float64Array;
  /** FunctionIndex -> number of its nodes. */
  readonly nodes: Uint32Array;
  /** For a comparison: the second side's values. */
  readonly right?: { readonly total: Float64Array; readonly self: Float64Array };
}

/** Linear in nodes. */
export function topTable(tree: CallTree): TopTable {
  const { length, func, subtreeEnd, functions } = tree;
  const rows = functions.length;
  const side = () => ({ total: new Float64Array(rows), self: new Float64Array(rows) });
  const left = side();
  const right = tree.right === undefined ? undefined : side();
  const nodes = new Uint32Array(rows);
  /** FunctionIndex -> end of the outermost subtree that it was counted for: below it, it recurs. */
  const countedUntil = new Uint32Array(rows);
  const { truncated = new Uint32Array() } = tree;
  let cut = 0;
  for (let node = 1; node < length; node++) {
    if (node === truncated[cut]) {
      cut++;
      continue;
    }
    const row = func[node];
    nodes[row]++;
    left.self[row] += tree.self[node];
    const isOutermost = node >= countedUntil[row];
    if (isOutermost) {
      countedUntil[row] = subtreeEnd[node];
      left.total[row] += tree.total[node];
    }
    if (right !== undefined && tree.right !== undefined) {
      right.self[row] += tree.right.self[node];
      right.total[row] += isOutermost ? tree.right.total[node] : 0;
    }
  }
  return { length: rows, ...left, nodes, ...(right === undefined ? {} : { right }) };
}
