import type { CallTree, FunctionIndex } from './callTree';
import { NodeTrie, preOrderOf } from './nodeTrie';
import { outermostNodes } from './outermostNodes';
import { funcsWithCuts, TRUNCATED_NAME, uncut } from './truncation';

/**
 * All that a function calls, merged from wherever it is called: the lower half of a sandwich. Below the root stands the
 * function as the one outermost node, so the root's total is the function's total. Where it recurs, the recursion stands
 * below it. What the backend cut is one leaf of its caller, and no function of that name. Linear in nodes, but for siblings that must be sorted.
 */
export function calleesOf(tree: CallTree, func: FunctionIndex): CallTree {
  const trie = new NodeTrie();
  const starts = outermostNodes(tree, func);
  const { names } = tree.functions;
  const funcs = funcsWithCuts(tree, names.length);
  /** NodeIndex -> trie node, for nodes below the starts. */
  const merged = new Uint32Array(tree.length);
  for (const start of starts) {
    merged[start] = trie.child(0, func);
    for (let node = start + 1; node < tree.subtreeEnd[start]; node++) {
      merged[node] = trie.child(merged[tree.parent[node]], funcs[node]);
    }
  }
  const { place, ...columns } = preOrderOf(trie, [...names, ...names], TRUNCATED_NAME);
  const sideOf = ({ total, self }: { readonly total: Float64Array; readonly self: Float64Array }) => {
    const sums = { total: new Float64Array(trie.length), self: new Float64Array(trie.length) };
    for (const start of starts) {
      sums.total[0] += total[start];
      for (let node = start; node < tree.subtreeEnd[start]; node++) {
        sums.total[place[merged[node]]] += total[node];
        sums.self[place[merged[node]]] += self[node];
      }
    }
    return sums;
  };
  const truncated = uncut(columns, names.length);
  return {
    length: trie.length,
    ...columns,
    ...sideOf(tree),
    functions: tree.functions,
    unit: tree.unit,
    ...(tree.right === undefined ? {} : { right: sideOf(tree.right) }),
    ...(truncated.length === 0 ? {} : { truncated }),
  };
}
