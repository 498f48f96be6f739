import { type CallTree, type NodeIndex, ROOT } from '../../../profile/callTree';
import { children } from '../../layout/walk';
import { RowList } from './rowList';

/** Siblings in the order in which they are to stand; may sort them in place. */
export type SortSiblings = (siblings: Uint32Array) => Uint32Array;

/**
 * The rows of a call tree that can be seen: the root, and below each open row its children, with no row for what is
 * closed. Opening and closing move the rows below in one piece; nothing else is built again. What was open in a row that
 * was closed is open again with it.
 */
export class OpenRows {
  private readonly list = new RowList();
  /** NodeIndex -> 1 if the node is open, or will be once its callers are. */
  private readonly opened: Uint8Array;
  /** Children of open nodes, in their order. */
  private readonly sorted = new Map<NodeIndex, Uint32Array>();
  private deepest: number | undefined;

  /** `isKept`: only these nodes are there; a kept node's callers are kept. */
  constructor(
    readonly tree: CallTree,
    private sortSiblings: SortSiblings,
    private readonly isKept: (node: NodeIndex) => boolean = () => true
  ) {
    this.opened = new Uint8Array(tree.length);
    this.list.splice(0, 0, [ROOT], [1], [1]);
  }

  get count(): number {
    return this.list.count;
  }

  /** The level of the deepest row. */
  get depth(): number {
    this.deepest ??= this.list.depth();
    return this.deepest;
  }

  nodeAt(row: number): NodeIndex {
    return this.list.node(row);
  }

  /** From 1. */
  levelAt(row: number): number {
    return this.list.level(row);
  }

  /** Among its siblings, from 1. */
  positionAt(row: number): number {
    return this.list.position(row);
  }

  setSizeAt(row: number): number {
    const node = this.nodeAt(row);
    return node === ROOT ? 1 : this.childrenOf(this.tree.parent[node]).length;
  }

  /** Whether a row is open; undefined where there is nothing to open. */
  isOpenAt(row: number): boolean | undefined {
    const node = this.nodeAt(row);
    return this.hasChildren(node) ? this.isOpen(node) : undefined;
  }

  isOpen(node: NodeIndex): boolean {
    return this.opened[node] === 1;
  }

  /** -1 where a node has no row. */
  rowOf(node: NodeIndex): number {
    return this.list.rowOf(node);
  }

  parentRow(row: number): number {
    const node = this.nodeAt(row);
    return node === ROOT ? row : this.rowOf(this.tree.parent[node]);
  }

  open(row: number): void {
    const node = this.nodeAt(row);
    if (this.isOpenAt(row) !== false) {
      return;
    }
    this.opened[node] = 1;
    this.insertBelow(row);
  }

  close(row: number): void {
    if (this.isOpenAt(row) !== true) {
      return;
    }
    this.opened[this.nodeAt(row)] = 0;
    this.removeBelow(row);
  }

  /** Opens a row's siblings, itself included. */
  openSiblings(row: number): void {
    const node = this.nodeAt(row);
    for (const sibling of node === ROOT ? [ROOT] : this.childrenOf(this.tree.parent[node])) {
      this.opened[sibling] = this.hasChildren(sibling) ? 1 : 0;
    }
    this.rebuild();
  }

  /** Opens nodes, wherever they are; those below a closed one are seen when that is opened. */
  openAll(nodes: Iterable<NodeIndex>): void {
    for (const node of nodes) {
      this.opened[node] = this.hasChildren(node) ? 1 : 0;
    }
    this.rebuild();
  }

  /** Opens the callers of a node, so that it has a row; -1 where it is not kept. */
  openTo(node: NodeIndex): number {
    if (!this.isKept(node)) {
      return -1;
    }
    let isMissing = false;
    for (let at = node; at !== ROOT; at = this.tree.parent[at]) {
      const caller = this.tree.parent[at];
      isMissing ||= this.opened[caller] === 0;
      this.opened[caller] = 1;
    }
    if (isMissing) {
      this.rebuild();
    }
    return this.rowOf(node);
  }

  /** Opens what another tree has open, by names: what is seen stays when a profile is asked for again. */
  adopt(other: OpenRows): void {
    const pairs: Array<[theirs: NodeIndex, ours: NodeIndex]> = [[ROOT, ROOT]];
    for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
      const [theirs, ours] = pair;
      if (!other.isOpen(theirs)) {
        continue;
      }
      this.opened[ours] = this.hasChildren(ours) ? 1 : 0;
      const byName = new Map<string, NodeIndex>();
      for (const child of children(this.tree, ours)) {
        byName.set(this.nameOf(child), child);
      }
      for (const child of children(other.tree, theirs)) {
        const match = other.isOpen(child) ? byName.get(other.nameOf(child)) : undefined;
        if (match !== undefined) {
          pairs.push([child, match]);
        }
      }
    }
    this.rebuild();
  }

  /** Puts siblings in another order. */
  sortBy(sortSiblings: SortSiblings): void {
    if (sortSiblings !== this.sortSiblings) {
      this.sortSiblings = sortSiblings;
      this.sorted.clear();
      this.rebuild();
    }
  }

  private nameOf(node: NodeIndex): string {
    return this.tree.functions.names[this.tree.func[node]];
  }

  private hasChildren(node: NodeIndex): boolean {
    for (const child of children(this.tree, node)) {
      if (this.isKept(child)) {
        return true;
      }
    }
    return false;
  }

  private childrenOf(node: NodeIndex): Uint32Array {
    let siblings = this.sorted.get(node);
    if (siblings === undefined) {
      const kept: NodeIndex[] = [];
      for (const child of children(this.tree, node)) {
        if (this.isKept(child)) {
          kept.push(child);
        }
      }
      siblings = this.sortSiblings(Uint32Array.from(kept));
      this.sorted.set(node, siblings);
    }
    return siblings;
  }

  private rebuild(): void {
    this.removeBelow(0);
    if (this.isOpen(ROOT)) {
      this.insertBelow(0);
    }
  }

  private removeBelow(row: number): void {
    const level = this.levelAt(row);
    let end = row + 1;
    while (end < this.count && this.levelAt(end) > level) {
      end++;
    }
    this.list.splice(row + 1, end - row - 1, [], [], []);
    this.deepest = undefined;
  }

  /** Inserts the rows below an open one that has none yet. */
  private insertBelow(row: number): void {
    const nodes: number[] = [];
    const levels: number[] = [];
    const positions: number[] = [];
    const open = [{ siblings: this.childrenOf(this.nodeAt(row)), next: 0 }];
    const level = this.levelAt(row);
    while (open.length > 0) {
      const top = open[open.length - 1];
      if (top.next === top.siblings.length) {
        open.pop();
        continue;
      }
      const node = top.siblings[top.next++];
      nodes.push(node);
      levels.push(level + open.length);
      positions.push(top.next);
      if (this.isOpen(node)) {
        open.push({ siblings: this.childrenOf(node), next: 0 });
      }
    }
    this.list.splice(row + 1, 0, nodes, levels, positions);
    this.deepest = undefined;
  }
}
