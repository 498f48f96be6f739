import { ROOT, type CallTree, type FunctionIndex } from './callTree';
import { placeOf } from './functionInterner';

/** A value on both sides of a comparison; without `right` elsewhere. */
export interface SidedValue {
  readonly value: number;
  readonly right?: number;
}

/** A function that calls the one that is looked at, or is called by it. */
export interface CallEdge {
  readonly func: FunctionIndex;
  readonly name: string;
  /** True for leaves that stand for functions which the backend cut: many functions, none of them known. */
  readonly isCut: boolean;
  /** What flows from caller to callee, in the tree's unit. Of calls within calls, the outermost counts. */
  readonly total: number;
  readonly right?: number;
}

/** One function over all of a profile, wherever it is called. Values are in the tree's unit. */
export interface FunctionDetails {
  /** The first of its functions in the table, where several in different places share the name. */
  readonly func: FunctionIndex;
  readonly name: string;
  /** Spent in the function itself. */
  readonly self: SidedValue;
  /** Of all stacks that hold it, each stack once, however often it recurs there. */
  readonly total: SidedValue;
  /** Largest first. Where it is called by nobody, as an outermost function, it has no caller for that part. */
  readonly callers: readonly CallEdge[];
  /** Largest first; itself among them where it recurs. */
  readonly callees: readonly CallEdge[];
  readonly file?: string;
  /** 1-based; absent where unknown. */
  readonly startLine?: number;
  /** Number of places that it has in the tree. */
  readonly nodes: number;
}

/**
 * What there is to say about the functions of a name, or undefined where the tree has none. Leaves that stand for cut
 * functions are none. Linear in nodes.
 *
 * An edge counts a stack once: below a call over the same edge, calls over it again add nothing.
 */
export function functionDetails(tree: CallTree, functionName: string): FunctionDetails | undefined {
  const { length, parent, subtreeEnd, func, functions, right } = tree;
  const isIt = new Uint8Array(functions.length);
  let first = 0;
  for (let index = functions.length - 1; index > 0; index--) {
    if (functions.names[index] === functionName) {
      isIt[index] = 1;
      first = index;
    }
  }
  const isCut = new Uint8Array(length);
  for (const node of tree.truncated ?? []) {
    isCut[node] = 1;
  }
  const callers = new Edges(tree);
  const callees = new Edges(tree);
  const [self, total] = [
    { left: 0, right: 0 },
    { left: 0, right: 0 },
  ];
  let nodes = 0;
  let countedUntil = 0;
  for (let node = 1; node < length; node++) {
    const caller = parent[node];
    if (isIt[func[caller]] === 1) {
      callees.add(func[node], isCut[node] === 1, node);
    }
    if (isIt[func[node]] === 0 || isCut[node] === 1) {
      continue;
    }
    nodes++;
    self.left += tree.self[node];
    self.right += right?.self[node] ?? 0;
    if (node >= countedUntil) {
      countedUntil = subtreeEnd[node];
      total.left += tree.total[node];
      total.right += right?.total[node] ?? 0;
    }
    if (caller !== ROOT) {
      callers.add(func[caller], false, node);
    }
  }
  if (nodes === 0) {
    return undefined;
  }
  const place = placeOf(functions, first);
  const sided = (value: typeof self): SidedValue =>
    right === undefined ? { value: value.left } : { value: value.left, right: value.right };
  return {
    func: first,
    name: functionName,
    self: sided(self),
    total: sided(total),
    callers: callers.largestFirst(),
    callees: callees.largestFirst(),
    ...(place === undefined ? {} : { file: place.file }),
    ...(place === undefined || place.startLine === 0 ? {} : { startLine: place.startLine }),
    nodes,
  };
}

/** Sums by the function at the other end; cut functions have sums of their own. */
class Edges {
  private readonly left: Float64Array;
  private readonly right: Float64Array;
  private readonly countedUntil: Uint32Array;
  private readonly seen: number[] = [];

  constructor(private readonly tree: CallTree) {
    const slots = tree.functions.length * 2;
    this.left = new Float64Array(slots);
    this.right = new Float64Array(slots);
    this.countedUntil = new Uint32Array(slots);
  }

  /** `node` is the callee's: it has the value that flows over the edge. */
  add(func: FunctionIndex, isCut: boolean, node: number): void {
    const slot = isCut ? func + this.tree.functions.length : func;
    if (this.countedUntil[slot] === 0) {
      this.seen.push(slot);
    }
    if (node >= this.countedUntil[slot]) {
      this.countedUntil[slot] = this.tree.subtreeEnd[node];
      this.left[slot] += this.tree.total[node];
      this.right[slot] += this.tree.right?.total[node] ?? 0;
    }
  }

  largestFirst(): CallEdge[] {
    const { functions, right } = this.tree;
    const size = (slot: number) => Math.max(Math.abs(this.left[slot]), Math.abs(this.right[slot]));
    return this.seen
      .sort((a, b) => size(b) - size(a) || a - b)
      .map((slot) => ({
        func: slot % functions.length,
        name: functions.names[slot % functions.length],
        isCut: slot >= functions.length,
        total: this.left[slot],
        ...(right === undefined ? {} : { right: this.right[slot] }),
      }));
  }
}
