import { ROOT, type CallTree, type FunctionIndex } from '../../../profile/callTree';
import { calleesOf } from '../../../profile/calleesOf';
import { depthsOf } from '../../../profile/depths';
import { callersOf } from '../../../profile/invertTree';

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

/** Linear in nodes, and in the lengths of the function's stacks. */
export function sandwichTrees(tree: CallTree, func: FunctionIndex): SandwichTrees {
  return {
    callers: halfOf(callersOf(tree, func), tree),
    callees: halfOf(calleesOf(tree, func), tree),
  };
}

function halfOf(half: CallTree, profile: CallTree): SandwichHalf {
  return {
    tree: {
      ...half,
      ...withRootOf(half, profile),
      ...(half.right === undefined || profile.right === undefined
        ? {}
        : { right: withRootOf(half.right, profile.right) }),
    },
    rows: depthsOf(half).reduce((most, depth) => Math.max(most, depth), 0) + 1,
  };
}

/** Shares are of the whole profile, as they are in all other views, and not of the function. */
function withRootOf(half: Pick<CallTree, 'total' | 'self'>, profile: Pick<CallTree, 'total'>) {
  const total = half.total.slice();
  const self = half.self.slice();
  total[ROOT] = profile.total[ROOT];
  self[ROOT] = profile.total[ROOT] - half.total[ROOT];
  return { total, self };
}

/**
 * CSS pixels of the callers' half, of what both halves have: what it needs, if the other one still gets what it needs
 * or the larger part.
 */
export function callersHeight(callers: number, callees: number, height: number): number {
  const rest = Math.max(height - callees, Math.floor(height * 0.4));
  return Math.max(0, Math.min(callers, rest));
}
