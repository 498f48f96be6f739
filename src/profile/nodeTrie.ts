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
 * Puts a trie's nodes in pre-order, siblings by the names of their functions, as the backend orders them, and those
 * that are called `last` at the end. Linear in nodes, but for siblings that did not come in order, which are sorted.
 *
 * @param sorts whether the children of a trie node are sorted; the others stay as they came. Absent: all are.
 */
export function preOrderOf(
  trie: NodeTrie,
  names: readonly string[],
  last: string,
  sorts?: (node: NodeIndex) => boolean
): PreOrder {
  const length = trie.length;
  const parentOf = trie.parent.view();
  const funcOf = trie.func.view();
  const size = new Uint32Array(length).fill(1);
  for (let node = length - 1; node > 0; node--) {
    size[parentOf[node]] += size[node];
  }
  const { childStart, children } = childrenByParent(parentOf);
  const compare = (a: NodeIndex, b: NodeIndex) => compareNames(names[funcOf[a]], names[funcOf[b]], last) || a - b;
  for (let node = 0; node < length; node++) {
    if (sorts === undefined || sorts(node)) {
      sortUnlessInOrder(children, childStart[node], childStart[node + 1], compare);
    }
  }

  // A caller comes before what it calls in the trie, so its place is known when its children get theirs.
  const place = new Uint32Array(length);
  const parent = new Int32Array(length).fill(-1);
  const subtreeEnd = new Uint32Array(length);
  const func = new Uint32Array(length);
  for (let node = 0; node < length; node++) {
    const at = place[node];
    subtreeEnd[at] = at + size[node];
    func[at] = funcOf[node];
    let childAt = at + 1;
    for (let index = childStart[node]; index < childStart[node + 1]; index++) {
      place[children[index]] = childAt;
      parent[childAt] = at;
      childAt += size[children[index]];
    }
  }
  return { place, parent, subtreeEnd, func };
}

/** The children of node `n` are `children` [childStart[n], childStart[n + 1]), in the order in which they came. */
function childrenByParent(parentOf: Uint32Array): { childStart: Uint32Array; children: Uint32Array } {
  const length = parentOf.length;
  const childStart = new Uint32Array(length + 1);
  for (let node = 1; node < length; node++) {
    childStart[parentOf[node] + 1]++;
  }
  for (let node = 0; node < length; node++) {
    childStart[node + 1] += childStart[node];
  }
  const next = childStart.slice();
  const children = new Uint32Array(length - 1);
  for (let node = 1; node < length; node++) {
    children[next[parentOf[node]]++] = node;
  }
  return { childStart, children };
}

function sortUnlessInOrder(
  nodes: Uint32Array,
  start: number,
  end: number,
  compare: (a: NodeIndex, b: NodeIndex) => number
): void {
  for (let at = start + 1; at < end; at++) {
    if (compare(nodes[at - 1], nodes[at]) > 0) {
      nodes.subarray(start, end).sort(compare);
      return;
    }
  }
}

/** How siblings stand: by name, but what is called `last` after all others. */
export function compareNames(a: string, b: string, last: string): number {
  if (a === b) {
    return 0;
  }
  if (a === last || b === last) {
    return a === last ? 1 : -1;
  }
  return a < b ? -1 : 1;
}
