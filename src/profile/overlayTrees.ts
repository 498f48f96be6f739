import { ROOT_NAME, type CallTree } from './callTree';
import { FunctionInterner, placeOf } from './functionInterner';
import { NodeTrie, preOrderOf } from './nodeTrie';
import { funcsWithCuts, TRUNCATED_NAME, uncut } from './truncation';

/** The nodes of several trees laid over each other: those with the same stack of function names are one. */
export interface Overlay {
  /** All of the merged tree but its values. */
  readonly structure: Omit<CallTree, 'total' | 'self' | 'right'>;
  /** For each tree, NodeIndex there -> NodeIndex here. */
  readonly places: readonly Uint32Array[];
}

/**
 * Lays trees over each other, by function names alone (see `FunctionIdentity`). Siblings stand by name, "other" last.
 * What the backend cut stays apart from a function that is called as cuts are. Linear in all nodes, but for siblings
 * that must be sorted.
 */
export function overlayTrees(trees: readonly CallTree[]): Overlay {
  const functions = new FunctionInterner(trees[0]?.functions.names[0] ?? ROOT_NAME, 'name');
  const trie = new NodeTrie();
  const funcsOf = trees.map((tree) => functionsInto(functions, tree));
  const table = functions.table();
  const mappings = trees.map((tree, at) => {
    const funcs = funcsWithCuts(tree, table.length, funcsOf[at]);
    const nodes = new Uint32Array(tree.length);
    for (let node = 1; node < tree.length; node++) {
      nodes[node] = trie.child(nodes[tree.parent[node]], funcs[node]);
    }
    return nodes;
  });
  const hasCuts = trees.some(({ truncated }) => truncated !== undefined && truncated.length > 0);
  const names = hasCuts ? [...table.names, ...table.names] : table.names;
  const { place, ...columns } = preOrderOf(trie, names, TRUNCATED_NAME);
  const places = mappings.map((nodes) => nodes.map((node) => place[node]));
  const truncated = uncut(columns, table.length);
  return {
    structure: {
      length: trie.length,
      ...columns,
      functions: table,
      unit: trees.length > 0 && trees.every(({ unit }) => unit === trees[0].unit) ? trees[0].unit : 'unknown',
      ...(truncated.length > 0 ? { truncated } : {}),
    },
    places,
  };
}

/** Adds up, for each merged node, what `column` says of the nodes that it was made from. */
export function sumColumn(
  { structure, places }: Overlay,
  column: (tree: number) => Float64Array | undefined
): Float64Array {
  const sums = new Float64Array(structure.length);
  places.forEach((place, tree) => {
    const values = column(tree);
    if (values !== undefined) {
      for (let node = 0; node < place.length; node++) {
        sums[place[node]] += values[node];
      }
    }
  });
  return sums;
}

/** FunctionIndex of the tree -> FunctionIndex of the merged table. */
function functionsInto(functions: FunctionInterner, { functions: table }: CallTree): Uint32Array {
  const funcs = new Uint32Array(table.length);
  for (let func = 1; func < table.length; func++) {
    funcs[func] = functions.intern(table.names[func], placeOf(table, func));
  }
  return funcs;
}
