import type { CallTree } from '../../../profile/callTree';
import { depthsOf } from '../../../profile/depths';
import { ROW_HEIGHT } from '../../view/flameStage';

/** One half of a sandwich. */
export interface SandwichHalf {
  /** Below the root, which has the values of the whole profile, the function stands alone. */
  readonly tree: CallTree;
  /** Of the picture, without the root, which the bar between the halves stands for. */
  readonly rows: number;
}

/** All that calls a function, and all that it calls. */
export interface SandwichTrees {
  readonly callers: SandwichHalf;
  readonly callees: SandwichHalf;
}

export function sandwichHalf(tree: CallTree): SandwichHalf {
  let deepest = 0;
  for (const depth of depthsOf(tree)) {
    deepest = Math.max(deepest, depth);
  }
  return { tree, rows: deepest };
}

/**
 * CSS pixels of the callers' half, of what both halves have: `split` of it where that is chosen, otherwise what it
 * needs, if the other one still gets what it needs or the larger part. However it is chosen, both keep a row.
 */
export function callersHeight(callers: number, callees: number, height: number, split?: number): number {
  const rest = Math.max(height - callees, Math.floor(height * 0.4));
  const wanted = split === undefined ? Math.min(callers, rest) : Math.round(split * height);
  const least = split === undefined ? 0 : Math.min(ROW_HEIGHT, Math.floor(height / 2));
  return Math.max(least, Math.min(wanted, height - least));
}
