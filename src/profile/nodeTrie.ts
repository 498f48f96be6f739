import type { FunctionIndex, NodeIndex } from './callTree';
import { GrowingUint32 } from './wire/growingColumn';

/**
 * A call tree while it is being put together: nodes in the order in which they came, each caller before what it calls,
 * found by (caller, function) in a hash table. Node 0 is the root.
 */
export class NodeTrie {
  readonly parent = new GrowingUint32();
  readonly func = new GrowingUint32();
  /** Open addressing: slot -> node, 0 for an empty slot: the root is nobody's child. */
  private slots = new Uint32Array(4096);

  constructor() {
    this.parent.push(0);
    this.func.push(0);
  }

  get length(): number {
    return this.parent.length;
  }

  /** The node below `parent` that has the function `func`, made if there is none. */
  child(parent: NodeIndex, func: FunctionIndex): NodeIndex {
    const mask = this.slots.length - 1;
    let slot = hash(parent, func) & mask;
    for (;;) {
      const found = this.slots[slot];
      if (found === 0) {
        break;
      }
      if (this.parent.at(found) === parent && this.func.at(found) === func) {
        return found;
      }
      slot = (slot + 1) & mask;
    }
    const node = this.length;
    this.slots[slot] = node;
    this.parent.push(parent);
    this.func.push(func);
    if (this.length * 2 > this.slots.length) {
      this.enlarge();
    }
    return node;
  }

  private enlarge(): void {
    const slots = new Uint32Array(this.slots.length * 2);
    const mask = slots.length - 1;
    for (let node = 1; node < this.length; node++) {
      let slot = hash(this.parent.at(node), this.func.at(node)) & mask;
      while (slots[slot] !== 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = node;
    }
    this.slots = slots;
  }
}

/** Two rounds of multiply and xor-shift, so that the low bits depend on all bits of both. */
function hash(parent: number, func: number): number {
  let mixed = Math.imul(parent, 0x9e3779b1) ^ Math.imul(func + 1, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

/** Where each node of a trie stands in pre-order, and the structure columns of the tree in that order. */
export interface PreOrder {
  /** Trie node -> NodeIndex. */
  readonly place: Uint32Array;
  readonly parent: Int32Array;
  readonly subtreeEnd: Uint32Array;
  readonly func: Uint32Array;
}

/**
 * Puts a trie's nodes in pre-order, siblings ascending by `rank` of their functions. Linear in nodes and functions.
 *
 * @param rank FunctionIndex -> position among all functions, each position once.
 */
export function preOrderOf(trie: NodeTrie, rank: Uint32Array): PreOrder {
  const length = trie.length;
  const parentOf = trie.parent.view();
  const funcOf = trie.func.view();
  const size = new Uint32Array(length).fill(1);
  for (let node = length - 1; node > 0; node--) {
    size[parentOf[node]] += size[node];
  }

  // Linking the nodes to their callers from the highest rank to the lowest leaves each list of siblings ascending.
  const firstChild = new Uint32Array(length);
  const nextSibling = new Uint32Array(length);
  for (const node of byDescendingRank(funcOf, rank)) {
    nextSibling[node] = firstChild[parentOf[node]];
    firstChild[parentOf[node]] = node;
  }

  const place = new Uint32Array(length);
  const parent = new Int32Array(length).fill(-1);
  const subtreeEnd = new Uint32Array(length);
  const func = new Uint32Array(length);
  let node = 0;
  for (let at = 0; at < length; at++) {
    place[node] = at;
    subtreeEnd[at] = at + size[node];
    func[at] = funcOf[node];
    if (at > 0) {
      parent[at] = place[parentOf[node]];
    }
    if (firstChild[node] !== 0) {
      node = firstChild[node];
    } else {
      while (node !== 0 && nextSibling[node] === 0) {
        node = parentOf[node];
      }
      node = nextSibling[node];
    }
  }
  return { place, parent, subtreeEnd, func };
}

/** All nodes but the root, by counting sort. */
function byDescendingRank(funcOf: Uint32Array, rank: Uint32Array): Uint32Array {
  const start = new Uint32Array(rank.length + 1);
  for (let node = 1; node < funcOf.length; node++) {
    start[rank.length - 1 - rank[funcOf[node]]]++;
  }
  let sum = 0;
  for (let at = 0; at < start.length; at++) {
    const count = start[at];
    start[at] = sum;
    sum += count;
  }
  const sorted = new Uint32Array(funcOf.length - 1);
  for (let node = 1; node < funcOf.length; node++) {
    sorted[start[rank.length - 1 - rank[funcOf[node]]]++] = node;
  }
  return sorted;
}

/**
 * FunctionIndex -> position among all functions by name, as the backend orders siblings, with those that `last` names
 * at the end.
 */
export function rankByName(names: readonly string[], last?: string): Uint32Array {
  const order = Array.from(names, (_, func) => func);
  order.sort((a, b) => {
    const [left, right] = [names[a], names[b]];
    if (left === right) {
      return a - b;
    }
    if (left === last || right === last) {
      return left === last ? 1 : -1;
    }
    return left < right ? -1 : 1;
  });
  const rank = new Uint32Array(names.length);
  order.forEach((func, at) => {
    rank[func] = at;
  });
  return rank;
}
