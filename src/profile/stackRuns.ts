import type { NodeIndex } from './callTree';
import { GrowingFloat64, GrowingUint32 } from './wire/growingColumn';

/**
 * The stacks that nodes of a trie stand for: pairs of a tree's node, where the stack has come to, and the value that it
 * spends. A trie node's pairs are a run of the columns. Pairs are added loose, and put into runs together.
 */
export class StackRuns {
  readonly node = new GrowingUint32();
  readonly value = new GrowingFloat64();
  readonly right = new GrowingFloat64();
  /** Trie node -> its run. */
  private readonly startOf = new GrowingUint32();
  private readonly endOf = new GrowingUint32();
  /** Pairs that are in no run yet, with the trie node that each belongs to. */
  private readonly loose = {
    node: new GrowingUint32(),
    value: new GrowingFloat64(),
    right: new GrowingFloat64(),
    trieNode: new GrowingUint32(),
  };

  /** A trie node more, without pairs. */
  addNode(): void {
    this.startOf.push(0);
    this.endOf.push(0);
  }

  start(trieNode: NodeIndex): number {
    return this.startOf.at(trieNode);
  }

  end(trieNode: NodeIndex): number {
    return this.endOf.at(trieNode);
  }

  add(trieNode: NodeIndex, node: NodeIndex, value: number, right: number): void {
    const { loose } = this;
    loose.node.push(node);
    loose.value.push(value);
    loose.right.push(right);
    loose.trieNode.push(trieNode);
  }

  /**
   * Makes runs of the loose pairs, which all belong to the trie nodes from `first` up to `end`. The runs stand from `base`
   * on: in the run that the pairs came from, so that there are never more pairs than stacks.
   */
  gather(first: NodeIndex, end: NodeIndex, base: number): void {
    const { loose } = this;
    const count = loose.node.length;
    while (this.node.length < base + count) {
      this.node.push(0);
      this.value.push(0);
      this.right.push(0);
    }
    for (let at = 0; at < count; at++) {
      const trieNode = loose.trieNode.at(at);
      this.endOf.set(trieNode, this.endOf.at(trieNode) + 1);
    }
    let start = base;
    for (let trieNode = first; trieNode < end; trieNode++) {
      const size = this.endOf.at(trieNode);
      this.startOf.set(trieNode, start);
      this.endOf.set(trieNode, start);
      start += size;
    }
    for (let at = 0; at < count; at++) {
      const trieNode = loose.trieNode.at(at);
      const slot = this.endOf.at(trieNode);
      this.endOf.set(trieNode, slot + 1);
      this.node.set(slot, loose.node.at(at));
      this.value.set(slot, loose.value.at(at));
      this.right.set(slot, loose.right.at(at));
    }
    for (const column of [loose.node, loose.value, loose.right, loose.trieNode]) {
      column.truncate(0);
    }
  }
}
