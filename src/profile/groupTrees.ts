import type { SampleUnit } from '../base/sampleUnit';
import { ROOT, ROOT_NAME, type CallTree, type NodeIndex } from './callTree';
import { FunctionInterner, placeOf } from './functionInterner';

export interface NamedTree {
  /** Value of the label that the group has in common; may be empty. */
  readonly name: string;
  readonly tree: CallTree;
}

/**
 * Puts trees side by side under one root: its children are the groups, in the order given, each with what its own tree
 * has below the root. A group's self value is what its root had. Groups have functions of their own, which nothing else
 * shares, even if functions or other groups are called the same. Functions are told apart by name alone, as across
 * profiles. If one of the trees is a comparison, all are; one that is not has no second side. Linear in nodes.
 */
export function groupTrees(groups: readonly NamedTree[], unit: SampleUnit): CallTree {
  const functions = new FunctionInterner(ROOT_NAME, 'name');
  const funcsOf = groups.map(({ tree: { functions: table } }) =>
    Uint32Array.from({ length: table.length }, (_, func) =>
      func === 0 ? 0 : functions.intern(table.names[func], placeOf(table, func))
    )
  );
  const table = functions.table();
  const length = groups.reduce((sum, { tree }) => sum + tree.length, 1);
  const parent = new Int32Array(length);
  const subtreeEnd = new Uint32Array(length);
  const func = new Uint32Array(length);
  const truncated: NodeIndex[] = [];
  parent[ROOT] = -1;
  subtreeEnd[ROOT] = length;
  let start = 1;
  groups.forEach(({ tree }, group) => {
    for (let node = 0; node < tree.length; node++) {
      parent[start + node] = node === ROOT ? ROOT : tree.parent[node] + start;
      subtreeEnd[start + node] = tree.subtreeEnd[node] + start;
      func[start + node] = node === ROOT ? table.length + group : funcsOf[group][tree.func[node]];
    }
    tree.truncated?.forEach((node) => truncated.push(start + node));
    start += tree.length;
  });
  const sideOf = (side: (tree: CallTree) => Pick<CallTree, 'total' | 'self'> | undefined) => {
    const values = { total: new Float64Array(length), self: new Float64Array(length) };
    let at = 1;
    for (const { tree } of groups) {
      const own = side(tree);
      if (own !== undefined) {
        values.total.set(own.total, at);
        values.self.set(own.self, at);
        values.total[ROOT] += own.total[ROOT];
      }
      at += tree.length;
    }
    return values;
  };
  const isDiff = groups.some(({ tree }) => tree.right !== undefined);
  return {
    length,
    parent,
    subtreeEnd,
    func,
    ...sideOf((tree) => tree),
    functions: withGroups(
      table,
      groups.map(({ name }) => name)
    ),
    unit,
    ...(isDiff ? { right: sideOf((tree) => tree.right) } : {}),
    ...(truncated.length > 0 ? { truncated: Uint32Array.from(truncated) } : {}),
  };
}

function withGroups(table: CallTree['functions'], names: readonly string[]): CallTree['functions'] {
  const length = table.length + names.length;
  const grown = (column: Int32Array, entry: number) => {
    const larger = new Int32Array(length).fill(entry);
    larger.set(column);
    return larger;
  };
  return {
    ...table,
    length,
    names: [...table.names, ...names],
    ...(table.file === undefined ? {} : { file: grown(table.file, -1) }),
    ...(table.startLine === undefined ? {} : { startLine: grown(table.startLine, 0) }),
  };
}
