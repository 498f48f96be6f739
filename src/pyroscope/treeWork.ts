import type { CallTree } from '../profile/callTree';
import { diffTrees } from '../profile/diffTrees';
import { mergeTrees } from '../profile/mergeTrees';

/** What puts trees together: here and now, or elsewhere while the page goes on. Both reject once they are aborted. */
export interface TreeWork {
  /** As `mergeTrees`. */
  merge(trees: readonly CallTree[], signal: AbortSignal): Promise<CallTree>;
  /** As `diffTrees`. */
  diff(left: CallTree, right: CallTree, signal: AbortSignal): Promise<CallTree>;
}

/** At once, where it is called. */
export const treeWorkInPlace: TreeWork = {
  async merge(trees, signal) {
    signal.throwIfAborted();
    return mergeTrees(trees);
  },
  async diff(left, right, signal) {
    signal.throwIfAborted();
    return diffTrees(left, right);
  },
};
