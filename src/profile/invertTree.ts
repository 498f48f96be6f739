import { ROOT, type CallTree, type FunctionIndex, type NodeIndex } from './callTree';
import { LargestFirst } from './largestFirst';
import { NodeTrie, preOrderOf } from './nodeTrie';
import { outermostNodes } from './outermostNodes';
import { StackRuns } from './stackRuns';
import { TRUNCATED_NAME } from './truncation';
import { GrowingFloat64 } from './wire/growingColumn';

export interface InvertOptions {
  /**
   * How many nodes may be looked into for their callers, the largest first. Callers of the others are one leaf, marked
   * as cut. Absent: 16,384.
   */
  readonly maxNodes?: number;
}

const DEFAULT_MAX_INVERTED = 16_384;

/**
 * The tree read from the bottom up: below the root stand the functions that spend values themselves, and below each its
 * callers. A node's total is the value of all stacks that end in its path; its self value is that of the stacks which
 * have no further callers. What the backend cut, which is no one function, is one leaf below the root, marked as cut.
 *
 * An inverted tree can have as many nodes as the tree has nodes times levels, so it is bounded (see `InvertOptions`).
 * Time grows with the stacks' lengths added up, as far as they are looked into.
 */
export function invertTree(tree: CallTree, options: InvertOptions = {}): CallTree {
  const inversion = new Inversion(tree);
  const { truncated = new Uint32Array() } = tree;
  let cut = 0;
  for (let node = 1; node < tree.length; node++) {
    const right = tree.right?.self[node] ?? 0;
    if (node === truncated[cut]) {
      cut++;
      inversion.addCut(tree.self[node], right);
    } else if (tree.self[node] !== 0 || right !== 0) {
      inversion.begin(node, tree.func[node], tree.self[node], right);
    }
  }
  inversion.addToRoot(tree.self[ROOT], tree.right?.self[ROOT] ?? 0);
  return inversion.finish(options.maxNodes ?? DEFAULT_MAX_INVERTED);
}

/**
 * All that calls a function, merged: the upper half of a sandwich. Below the root stands the function as the one
 * outermost node, below it its callers, and so on to the outermost. Values are those that the function's stacks spend
 * in it and in what it calls, each stack once. Bounded as `invertTree` is.
 */
export function callersOf(tree: CallTree, func: FunctionIndex, options: InvertOptions = {}): CallTree {
  const inversion = new Inversion(tree);
  for (const node of outermostNodes(tree, func)) {
    inversion.begin(node, func, tree.total[node], tree.right?.total[node] ?? 0);
  }
  return inversion.finish(options.maxNodes ?? DEFAULT_MAX_INVERTED);
}

/**
 * An inverted node stands for nodes of the tree, each with the value that its stacks spend. Looking into a node moves
 * each of them to its caller.
 */
class Inversion {
  private readonly trie = new NodeTrie();
  /** Trie node -> its values. */
  private readonly total = new GrowingFloat64();
  private readonly self = new GrowingFloat64();
  private readonly rightTotal = new GrowingFloat64();
  private readonly rightSelf = new GrowingFloat64();
  private readonly stacks = new StackRuns();
  private readonly pending = new LargestFirst();
  private readonly cuts: NodeIndex[] = [];
  /** Values of the tree's own cuts. */
  private cutValue = 0;
  private cutRight = 0;

  constructor(private readonly tree: CallTree) {
    this.addNode();
  }

  begin(node: NodeIndex, func: FunctionIndex, value: number, right: number): void {
    this.addPair(ROOT, func, node, value, right);
  }

  addCut(value: number, right: number): void {
    this.cutValue += value;
    this.cutRight += right;
  }

  addToRoot(value: number, right: number): void {
    this.total.add(ROOT, value);
    this.self.add(ROOT, value);
    this.rightTotal.add(ROOT, right);
    this.rightSelf.add(ROOT, right);
  }

  finish(maxNodes: number): CallTree {
    this.lineUp(1, 0);
    for (let looked = 0; looked < maxNodes && this.pending.length > 0; looked++) {
      this.lookInto(this.pending.take());
    }
    const functions = this.cutTheRest();
    const { place, ...columns } = preOrderOf(this.trie, functions.names, TRUNCATED_NAME);
    const placed = (column: GrowingFloat64) => {
      const values = new Float64Array(this.trie.length);
      for (let node = 0; node < values.length; node++) {
        values[place[node]] = column.at(node);
      }
      return values;
    };
    const { tree } = this;
    return {
      length: this.trie.length,
      ...columns,
      total: placed(this.total),
      self: placed(this.self),
      functions,
      unit: tree.unit,
      ...(tree.right === undefined ? {} : { right: { total: placed(this.rightTotal), self: placed(this.rightSelf) } }),
      ...(this.cuts.length === 0 ? {} : { truncated: Uint32Array.from(this.cuts, (node) => place[node]).sort() }),
    };
  }

  /** Adds the stacks of tree node `node` to the child `func` of the inverted node `above`. */
  private addPair(above: NodeIndex, func: FunctionIndex, node: NodeIndex, value: number, right: number): void {
    const trieNode = this.trie.child(above, func);
    if (trieNode === this.total.length) {
      this.addNode();
    }
    this.total.add(trieNode, value);
    this.rightTotal.add(trieNode, right);
    if (above === ROOT) {
      this.total.add(ROOT, value);
      this.rightTotal.add(ROOT, right);
    }
    this.stacks.add(trieNode, node, value, right);
  }

  private addNode(): void {
    for (const column of [this.total, this.self, this.rightTotal, this.rightSelf]) {
      column.push(0);
    }
    this.stacks.addNode();
  }

  /** Lines up the trie nodes from `first` on; their stacks take the place of the run that begins at `base`. */
  private lineUp(first: NodeIndex, base: number): void {
    this.stacks.gather(first, this.trie.length, base);
    for (let trieNode = first; trieNode < this.trie.length; trieNode++) {
      this.pending.add(trieNode, Math.max(Math.abs(this.total.at(trieNode)), Math.abs(this.rightTotal.at(trieNode))));
    }
  }

  /** Gives an inverted node its callers as children. */
  private lookInto(trieNode: NodeIndex): void {
    const { tree, stacks } = this;
    const first = this.trie.length;
    for (let at = stacks.start(trieNode); at < stacks.end(trieNode); at++) {
      const caller = tree.parent[stacks.node.at(at)];
      const [value, right] = [stacks.value.at(at), stacks.right.at(at)];
      if (caller === ROOT) {
        this.self.add(trieNode, value);
        this.rightSelf.add(trieNode, right);
      } else {
        this.addPair(trieNode, tree.func[caller], caller, value, right);
      }
    }
    this.lineUp(first, stacks.start(trieNode));
  }

  /** Puts what was not looked into below leaves that are marked as cut. Gives the functions, with one for those. */
  private cutTheRest(): CallTree['functions'] {
    const { tree, stacks } = this;
    const { names, length } = tree.functions;
    let cut = names.indexOf(TRUNCATED_NAME, 1);
    let functions = tree.functions;
    for (const trieNode of this.pending.takeAll()) {
      let [value, right] = [0, 0];
      for (let at = stacks.start(trieNode); at < stacks.end(trieNode); at++) {
        const isOutermost = tree.parent[stacks.node.at(at)] === ROOT;
        this.self.add(trieNode, isOutermost ? stacks.value.at(at) : 0);
        this.rightSelf.add(trieNode, isOutermost ? stacks.right.at(at) : 0);
        value += isOutermost ? 0 : stacks.value.at(at);
        right += isOutermost ? 0 : stacks.right.at(at);
      }
      if (value === 0 && right === 0) {
        continue;
      }
      if (cut === -1) {
        cut = length;
        functions = withFunction(functions, TRUNCATED_NAME);
      }
      this.addCutLeaf(trieNode, cut, value, right);
    }
    if (this.cutValue !== 0 || this.cutRight !== 0) {
      // A function that is called as cuts are may stand below the root: the cuts are not that one.
      if (cut === -1 || this.hasOutermost(cut)) {
        cut = functions.length;
        functions = withFunction(functions, TRUNCATED_NAME);
      }
      this.addCutLeaf(ROOT, cut, this.cutValue, this.cutRight);
      this.total.add(ROOT, this.cutValue);
      this.rightTotal.add(ROOT, this.cutRight);
    }
    return functions;
  }

  private hasOutermost(func: FunctionIndex): boolean {
    for (let trieNode = 1; trieNode < this.trie.length; trieNode++) {
      if (this.trie.parent.at(trieNode) === ROOT && this.trie.func.at(trieNode) === func) {
        return true;
      }
    }
    return false;
  }

  private addCutLeaf(above: NodeIndex, func: FunctionIndex, value: number, right: number): void {
    const leaf = this.trie.child(above, func);
    this.addNode();
    this.total.add(leaf, value);
    this.self.add(leaf, value);
    this.rightTotal.add(leaf, right);
    this.rightSelf.add(leaf, right);
    this.cuts.push(leaf);
  }
}

function withFunction(table: CallTree['functions'], name: string): CallTree['functions'] {
  const grown = <T extends Int32Array>(column: T | undefined, entry: number) =>
    column === undefined ? undefined : Int32Array.from([...column, entry]);
  return {
    ...table,
    length: table.length + 1,
    names: [...table.names, name],
    file: grown(table.file, -1),
    startLine: grown(table.startLine, 0),
  };
}
