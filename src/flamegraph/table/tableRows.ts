import type { CallTree, FunctionIndex, NodeIndex } from '../../profile/callTree';
import { topTable } from '../../profile/topTable';

/** A column of numbers of the table. */
export interface ValueColumn {
  readonly key: ValueColumnKey;
  readonly title: string;
  /** What the numbers say, in a sentence. */
  readonly meaning: string;
  /** FunctionIndex -> value, in the tree's unit. */
  readonly values: Float64Array;
  /** The value of the whole profile. */
  readonly whole: number;
}

export type ValueColumnKey = 'self' | 'total' | 'comparison';

/** The functions of a profile with their values: what the table shows, before it is sorted or searched. */
export interface TableRows {
  readonly tree: CallTree;
  /** FunctionIndices of the functions that the profile holds, ascending. */
  readonly functions: Uint32Array;
  /** FunctionIndex -> NodeIndex of its first node; 0 where it has none. */
  readonly firstNode: Uint32Array;
  /** Two: self and total, or for a comparison the totals of both sides. */
  readonly columns: readonly ValueColumn[];
}

/** Linear in nodes. */
export function tableRows(tree: CallTree): TableRows {
  const top = topTable(tree);
  const firstNode = new Uint32Array(top.length);
  for (let node: NodeIndex = tree.length - 1; node > 0; node--) {
    firstNode[tree.func[node]] = node;
  }
  const functions = new Uint32Array(top.length);
  let count = 0;
  for (let func: FunctionIndex = 0; func < top.length; func++) {
    if (top.nodes[func] > 0) {
      functions[count++] = func;
    }
  }
  const whole = tree.total[0];
  const columns: ValueColumn[] =
    top.right === undefined || tree.right === undefined
      ? [
          { key: 'self', title: 'Self', meaning: 'Spent in the function itself', values: top.self, whole },
          {
            key: 'total',
            title: 'Total',
            meaning: 'Spent in the function and all that it called',
            values: top.total,
            whole,
          },
        ]
      : [
          { key: 'total', title: 'Baseline', meaning: 'Total in the baseline', values: top.total, whole },
          {
            key: 'comparison',
            title: 'Comparison',
            meaning: 'Total in what is compared with the baseline',
            values: top.right.total,
            whole: tree.right.total[0],
          },
        ];
  return { tree, functions: functions.subarray(0, count), firstNode, columns };
}
