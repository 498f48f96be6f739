import type { CallTree, FunctionIndex } from './callTree';
import { NodeTrie, preOrderOf } from './nodeTrie';
import { outermostNodes } from './outermostNodes';
import { TRUNCATED_NAME } from './truncation';

/**
 * All that a function calls, merged from wherever it is called: the lower half of a sandwich. Below the root stands the
 * function as the one outermost node, so the root's total is the function's total. Where it recurs, the recursion stands
 * below it. Linear in nodes, but for siblings that must be sorted.
 */
export function calleesOf(tree: CallTree, func: FunctionIndex): CallTree {
  const trie = new NodeTrie();
  const starts = outermostNodes(tree, func);
  /** NodeIndex -> trie node, for nodes below the starts. */
  const merged = new Uint32Array(tree.length);
  for (const start of starts) {
    merged[start] = trie.child(0, func);
    for (let node = start + 1; node < tree.subtreeEnd[start]; node++) {
      merged[node] = trie.child(merged[tree.parent[node]], tree.func[node]);
    }
  }
  const { place, ...columns } = preOrderOf(trie, tree.functions.names, TRUNCATED_NAME);
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
  const truncated = (tree.truncated ?? new Uint32Array())
    .filter((node) => merged[node] !== 0)
    .map((node) => place[merged[node]])
    .filter((node) => columns.subtreeEnd[node] === node + 1);
  return {
    length: trie.length,
    ...columns,
    ...sideOf(tree),
    functions: tree.functions,
    unit: tree.unit,
    ...(tree.right === undefined ? {} : { right: sideOf(tree.right) }),
    ...(truncated.length === 0 ? {} : { truncated: Uint32Array.from(new Set(truncated.sort())) }),
  };
}
