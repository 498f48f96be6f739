import { ROOT, ROOT_NAME, type CallTree, type NodeIndex } from '../../../src/profile/callTree';
import { childrenByName, childrenOf, nameOf } from './children';

/** A `querier.v1.FlameGraph`, or with both sides' ticks a `querier.v1.FlameGraphDiff`. */
export interface FlameGraph {
  readonly names: readonly string[];
  /**
   * Level -> its bars from left to right, each as distance from the end of the bar before, total, self, index into
   * `names`; in a comparison the first three for the left side, then for the right side.
   */
  readonly levels: readonly (readonly number[])[];
  readonly total: number;
  readonly maxSelf: number;
  readonly ticks?: { readonly left: number; readonly right: number };
}

/** Lays out one profile as Pyroscope does (pkg/model/flamegraph.go, NewFlameGraph). */
export function flameGraph(tree: CallTree): FlameGraph {
  return {
    ...layOut(tree, [tree], childrenOf),
    total: tree.total[ROOT],
    maxSelf: largest(tree.self),
  };
}

/** Lays out a comparison (pkg/model/flamegraph_diff.go, NewFlamegraphDiff), from a tree that has a right side. */
export function flameGraphDiff(tree: CallTree): FlameGraph {
  if (tree.right === undefined) {
    throw new RangeError('A comparison needs a tree with a right side.');
  }
  const left = tree.total[ROOT];
  const right = tree.right.total[ROOT];
  return {
    ...layOut(tree, [tree, tree.right], childrenByName),
    total: left + right,
    maxSelf: Math.max(largest(tree.self), largest(tree.right.self)),
    ticks: { left, right },
  };
}

interface Side {
  readonly total: Float64Array;
  readonly self: Float64Array;
}

type Children = (tree: CallTree, node: NodeIndex) => NodeIndex[];

function layOut(tree: CallTree, sides: readonly Side[], children: Children) {
  const starts = sides.map(() => new Float64Array(tree.length));
  /** Level -> its nodes, from right to left. */
  const rows: NodeIndex[][] = [];
  const names = new Map<string, number>([[ROOT_NAME, 0]]);
  const nameIndex = new Uint32Array(tree.length);

  const open: Array<{ node: NodeIndex; level: number }> = [{ node: ROOT, level: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, level } = next;
    const name = node === ROOT ? ROOT_NAME : nameOf(tree, node);
    nameIndex[node] = names.get(name) ?? names.size;
    names.set(name, nameIndex[node]);
    (rows[level] ??= []).push(node);

    const ends = sides.map((side, at) => starts[at][node] + side.self[node]);
    for (const child of children(tree, node)) {
      sides.forEach((side, at) => {
        starts[at][child] = ends[at];
        ends[at] += side.total[child];
      });
      open.push({ node: child, level: level + 1 });
    }
  }

  const levels = rows.map((row) => {
    const ends = sides.map(() => 0);
    return row.reverse().flatMap((node) => {
      const bars = sides.flatMap((side, at) => {
        const gap = starts[at][node] - ends[at];
        ends[at] = starts[at][node] + side.total[node];
        return [gap, side.total[node], side.self[node]];
      });
      return [...bars, nameIndex[node]];
    });
  });
  return { names: [...names.keys()], levels };
}

function largest(values: Float64Array): number {
  return values.reduce((most, value) => Math.max(most, value), 0);
}
