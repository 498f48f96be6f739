import type { CallTree } from '../../../profile/callTree';
import { depthsOf } from '../../../profile/depths';

/** One half of a sandwich. */
export interface SandwichHalf {
  /** Below the root, which has the values of the whole profile, the function stands alone. */
  readonly tree: CallTree;
  /** Of the picture, the root's included. */
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
  return { tree, rows: deepest + 1 };
}

/**
 * CSS pixels of the callers' half, of what both halves have: what it needs, if the other one still gets what it needs
 * or the larger part.
 */
export function callersHeight(callers: number, callees: number, height: number): number {
  const rest = Math.max(height - callees, Math.floor(height * 0.4));
  return Math.max(0, Math.min(callers, rest));
}
