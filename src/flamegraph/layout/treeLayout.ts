import type { CallTree, NodeIndex } from '../../profile/callTree';
import { boxWeights, repairedWeights } from './boxWeights';
import { oncePerTree } from './oncePerTree';
import { lowerBound } from './sortedColumn';

/**
 * Where every node of a tree stands: which level, and how far from the left. Ten bytes a node besides the tree.
 *
 *   level 0   |total                        |     levelOffsets [0, 1, 3, 5]
 *   level 1   |main            |gc    |           nodes        [0, 1, 4, 2, 3]
 *   level 2   |parse  |render|                    (the tree is total, main, parse, render, gc)
 *
 * Siblings are packed to the left in tree order; what a node spends itself is the gap at its right. Because nodes are
 * in pre-order, each level is in order of its starts and of its node indices at once: both can be searched by halving.
 * The columns are in level order, so that what a row needs lies side by side in memory.
 */
export interface TreeLayout {
  readonly tree: CallTree;
  /** NodeIndex -> width in tree units, not negative; a parent's is at least the sum of its children's. */
  readonly weight: Float64Array;
  /** Number of levels, at least 1. */
  readonly levels: number;
  /** Level -> position of the level's first node. One entry more than there are levels. */
  readonly levelOffsets: Uint32Array;
  /** LevelPosition -> NodeIndex: the levels one after another, each from left to right. */
  readonly nodes: Uint32Array;
  /**
   * LevelPosition -> left edge, in `GRID_STEPS`ths of the root's width: the upper 32 bits and the lower 16. A float
   * would take 8 bytes; 48 bits still place a box to a thousandth of a pixel when a billionth of the profile fills the
   * screen.
   */
  readonly startHigh: Uint32Array;
  readonly startLow: Uint16Array;
  /** Tree units in one grid step; 0 for an empty profile. */
  readonly gridStep: number;
}

/** An index into `TreeLayout.nodes`. */
export type LevelPosition = number;

const LOW_STEPS = 2 ** 16;
const GRID_STEPS = 2 ** 48;
/** How far children may stick out of their parent before the widths count as broken and not as rounded. */
const ROUNDING = 1 + 1e-9;

/** The first half of a tree's layout. Whoever wants to do it in two tasks asks for it ahead. */
export const weightsOf = oncePerTree(boxWeights);

/** Linear in nodes, two passes. Bad values are repaired (see `repairedWeights`), so every tree gets a layout. */
export function layoutTree(tree: CallTree): TreeLayout {
  const weight = weightsOf(tree);
  return layoutOf(tree, weight) ?? layoutOf(tree, repairedWeights(tree)) ?? emptyLayout(tree);
}

/** Undefined if the widths are not those of boxes that stand on each other. */
function layoutOf(tree: CallTree, weight: Float64Array): TreeLayout | undefined {
  const { length, parent } = tree;
  const total = weight[0];
  if (!(total >= 0) || !Number.isFinite(total)) {
    return undefined;
  }
  const { level, levels, levelOffsets } = levelsOf(parent);
  const stepsPerUnit = total > 0 && Number.isFinite(GRID_STEPS / total) ? GRID_STEPS / total : 0;
  const nodes = new Uint32Array(length);
  const startHigh = new Uint32Array(length);
  const startLow = new Uint16Array(length);
  const nextPosition = levelOffsets.slice();
  // By level, for the node that was last seen there: where its next child starts, and where it ends itself.
  const cursor = new Float64Array(levels);
  const end = new Float64Array(levels);
  end[0] = total;
  nextPosition[0]++;
  for (let node = 1; node < length; node++) {
    const here = level[node];
    const above = here - 1;
    const start = Math.min(cursor[above], end[above]);
    const width = weight[node];
    const nextStart = start + width;
    if (!(width >= 0) || nextStart > end[above] * ROUNDING) {
      return undefined;
    }
    cursor[above] = nextStart;
    cursor[here] = start;
    end[here] = nextStart;
    const position = nextPosition[here]++;
    const steps = Math.min(start * stepsPerUnit, GRID_STEPS - 1);
    const high = Math.floor(steps / LOW_STEPS);
    nodes[position] = node;
    startHigh[position] = high;
    startLow[position] = steps - high * LOW_STEPS;
  }
  const gridStep = stepsPerUnit > 0 ? 1 / stepsPerUnit : 0;
  return { tree, weight, levels, levelOffsets, nodes, startHigh, startLow, gridStep };
}

function levelsOf(parent: Int32Array) {
  const level = new Uint32Array(parent.length);
  const count = [1];
  for (let node = 1; node < parent.length; node++) {
    const here = level[parent[node]] + 1;
    level[node] = here;
    count[here] = (count[here] ?? 0) + 1;
  }
  const levelOffsets = new Uint32Array(count.length + 1);
  for (let at = 0; at < count.length; at++) {
    levelOffsets[at + 1] = levelOffsets[at] + count[at];
  }
  return { level, levels: count.length, levelOffsets };
}

/** For values beyond what a float can add up: every box has width 0, and nothing is drawn. */
function emptyLayout(tree: CallTree): TreeLayout {
  const zero = new Float64Array(tree.length);
  const layout = layoutOf(tree, zero);
  if (layout === undefined) {
    throw new Error('a tree of zero widths can always be laid out');
  }
  return layout;
}

/** Left edge of the node at a position, in tree units from the root's left edge. */
export function startAt(layout: TreeLayout, position: LevelPosition): number {
  return (layout.startHigh[position] * LOW_STEPS + layout.startLow[position]) * layout.gridStep;
}

/** The same of a node of which the level is known. */
export function startOf(layout: TreeLayout, node: NodeIndex, level: number): number {
  return startAt(layout, lowerBound(layout.nodes, node, layout.levelOffsets[level], layout.levelOffsets[level + 1]));
}

/** Number of ancestors of a node. */
export function levelOf(layout: TreeLayout, node: NodeIndex): number {
  const { parent } = layout.tree;
  let level = 0;
  for (let at = parent[node]; at >= 0; at = parent[at]) {
    level++;
  }
  return level;
}
