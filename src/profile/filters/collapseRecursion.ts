import { ROOT, type CallTree, type NodeIndex } from '../callTree';
import { GrowingUint32 } from '../wire/growingColumn';
import { TreeMerge, type MergedNode } from './treeMerge';

/** A function that calls itself is one function: `a > b > b > c` becomes `a > b > c`. */
export function collapseDirectRecursion(tree: CallTree): CallTree {
  const isCut = cutsOf(tree);
  const merge = new TreeMerge(tree);
  for (let node = 1; node < tree.length; node++) {
    const caller = tree.parent[node];
    const above = merge.into[caller];
    if (caller !== ROOT && tree.func[caller] === tree.func[node] && isCut[node] === 0) {
      merge.fold(node, above);
    } else {
      merge.keep(node, above);
    }
  }
  return merge.finish();
}

/**
 * Everything between a function and its own inner call is folded, so that no stack holds a function twice:
 * `a > b > a > c` becomes `a > c`. The value that `a > b` has apart from that stays there.
 */
export function collapseWholeRecursion(tree: CallTree): CallTree {
  const isCut = cutsOf(tree);
  const merge = new TreeMerge(tree);
  const path = new FoldedPath(tree);
  for (let node = 1; node < tree.length; node++) {
    path.leaveUntil(node);
    const above = merge.into[tree.parent[node]];
    const outer = isCut[node] === 1 ? undefined : path.nodeWith(tree.func[node], above);
    if (outer === undefined) {
      path.enter(node, above, merge.keep(node, above));
    } else {
      merge.fold(node, outer);
    }
  }
  return merge.finish();
}

/**
 * The merged nodes from the root to the one that is being looked at. Going into a node changes at most two entries,
 * which leaving it puts back, so a whole walk is linear however often the path falls back to an outer call.
 */
class FoldedPath {
  private readonly depth = new GrowingUint32();
  /** Depth -> merged node there. Entries below the one that is looked at are left over from deeper paths. */
  private readonly at: MergedNode[] = [ROOT];
  /** FunctionIndex -> merged node of it that was entered last, and is on the path if `at` agrees. */
  private readonly entered: Int32Array;
  /** The nodes that were entered and not left, and what they changed: columns of a stack. */
  private readonly nodes = new GrowingUint32();
  private readonly depths = new GrowingUint32();
  private readonly atBefore = new GrowingUint32();
  private readonly enteredBefore = new GrowingUint32();

  constructor(private readonly tree: CallTree) {
    this.depth.push(0);
    this.entered = new Int32Array(tree.functions.length).fill(ROOT);
  }

  /** The merged node of a function on the path that ends at `above`. */
  nodeWith(func: number, above: MergedNode): MergedNode | undefined {
    const candidate = this.entered[func];
    const depth = this.depth.at(candidate);
    const isOnPath = candidate !== ROOT && depth <= this.depth.at(above) && this.at[depth] === candidate;
    return isOnPath ? candidate : undefined;
  }

  enter(node: NodeIndex, above: MergedNode, merged: MergedNode): void {
    const depth = this.depth.at(above) + 1;
    if (merged === this.depth.length) {
      this.depth.push(depth);
    }
    const func = this.tree.func[node];
    this.nodes.push(node);
    this.depths.push(depth);
    this.atBefore.push(this.at[depth] ?? ROOT);
    this.enteredBefore.push(this.entered[func]);
    this.at[depth] = merged;
    this.entered[func] = merged;
  }

  /** Leaves the nodes whose subtrees end before `node`. */
  leaveUntil(node: NodeIndex): void {
    while (this.nodes.length > 0) {
      const last = this.nodes.length - 1;
      const left = this.nodes.at(last);
      if (this.tree.subtreeEnd[left] > node) {
        return;
      }
      this.at[this.depths.at(last)] = this.atBefore.at(last);
      this.entered[this.tree.func[left]] = this.enteredBefore.at(last);
      for (const column of [this.nodes, this.depths, this.atBefore, this.enteredBefore]) {
        column.truncate(last);
      }
    }
  }
}

function cutsOf({ length, truncated }: CallTree): Uint8Array {
  const cuts = new Uint8Array(length);
  for (const node of truncated ?? []) {
    cuts[node] = 1;
  }
  return cuts;
}
