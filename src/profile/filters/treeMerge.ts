import { ROOT, type CallTree, type FunctionIndex, type NodeIndex } from '../callTree';
import { compareNames, NodeTrie, preOrderOf } from '../nodeTrie';
import { ownValues } from '../ownValues';
import { TRUNCATED_NAME } from '../truncation';
import { GrowingUint32 } from '../wire/growingColumn';

/** A node of the tree that is being put together. */
export type MergedNode = number;

/** Where a node goes that goes away with its values. */
export const GONE: MergedNode = -1;

/**
 * A tree while its nodes find new places: for each node in pre-order, say where it goes by `keep`, `fold` or `drop`.
 * Nodes that come to stand below one caller with one function become one. Siblings that stood by name stand by name
 * again; others keep their order. A leaf that stands for cut functions stays one: it is never merged with a function
 * that has the same name.
 */
export class TreeMerge {
  /** NodeIndex -> where it went. The root is where it was. */
  readonly into: Int32Array;
  private readonly trie = new NodeTrie();
  /** MergedNode -> the first node that went there. */
  private readonly source = new GrowingUint32();
  private readonly isCut: Uint8Array;

  constructor(
    private readonly tree: CallTree,
    /** Those of the tree, or those and more after them. */
    private readonly functions = tree.functions
  ) {
    this.into = new Int32Array(tree.length).fill(GONE);
    this.into[ROOT] = ROOT;
    this.source.push(ROOT);
    this.isCut = new Uint8Array(tree.length);
    for (const node of tree.truncated ?? []) {
      this.isCut[node] = 1;
    }
  }

  /** Puts a node below `above`, with its own function or another. Gives the merged node. */
  keep(node: NodeIndex, above: MergedNode, func: FunctionIndex = this.tree.func[node]): MergedNode {
    // Cut leaves have functions of their own while the tree is put together, after all others.
    const merged = this.trie.child(above, this.isCut[node] === 1 ? func + this.functions.length : func);
    if (merged === this.source.length) {
      this.source.push(node);
    }
    this.into[node] = merged;
    return merged;
  }

  /** Adds what a node has of its own to `merged`: the node vanishes, its value does not. */
  fold(node: NodeIndex, merged: MergedNode): void {
    this.into[node] = merged;
  }

  drop(node: NodeIndex): void {
    this.into[node] = GONE;
  }

  finish(): CallTree {
    const { tree, functions } = this;
    const hasCuts = (tree.truncated?.length ?? 0) > 0;
    const names = hasCuts ? [...functions.names, ...functions.names] : functions.names;
    const inOrder = childrenInOrder(tree);
    const sorts = (merged: MergedNode) => inOrder[this.source.at(merged)] === 1;
    const { place, ...columns } = preOrderOf(this.trie, names, TRUNCATED_NAME, sorts);
    const truncated: NodeIndex[] = [];
    for (let node = 0; hasCuts && node < columns.func.length; node++) {
      if (columns.func[node] >= functions.length) {
        columns.func[node] -= functions.length;
        truncated.push(node);
      }
    }
    const places = this.into.map((merged) => (merged === GONE ? GONE : place[merged]));
    const sideOf = (side: { readonly total: Float64Array; readonly self: Float64Array }) =>
      this.sumsOf(side, places, columns.parent);
    return {
      length: this.trie.length,
      ...columns,
      ...sideOf(tree),
      functions,
      unit: tree.unit,
      ...(tree.right === undefined ? {} : { right: sideOf(tree.right) }),
      ...(truncated.length === 0 ? {} : { truncated: Uint32Array.from(truncated) }),
    };
  }

  private sumsOf(
    side: { readonly total: Float64Array; readonly self: Float64Array },
    places: Int32Array,
    parent: Int32Array
  ) {
    const own = ownValues(this.tree, side);
    const total = new Float64Array(parent.length);
    const self = new Float64Array(parent.length);
    for (let node = 0; node < places.length; node++) {
      const at = places[node];
      if (at !== GONE) {
        total[at] += own[node];
        self[at] += side.self[node];
      }
    }
    for (let node = parent.length - 1; node > 0; node--) {
      total[parent[node]] += total[node];
    }
    return { total, self };
  }
}

/** NodeIndex -> 1 where the children stand by name. */
function childrenInOrder({ length, parent, subtreeEnd, func, functions }: CallTree): Uint8Array {
  const inOrder = new Uint8Array(length).fill(1);
  for (let node = 1; node < length; node++) {
    const next = subtreeEnd[node];
    const hasNext = next < subtreeEnd[parent[node]];
    if (hasNext && compareNames(functions.names[func[node]], functions.names[func[next]], TRUNCATED_NAME) > 0) {
      inOrder[parent[node]] = 0;
    }
  }
  return inOrder;
}
