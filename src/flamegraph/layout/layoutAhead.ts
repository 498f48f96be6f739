import type { CallTree } from '../../profile/callTree';
import { layoutOf } from './layoutOf';
import { weightsOf } from './treeLayout';

/** Nodes from which on a layout is long enough for a task of its own: about 10 ms on a slow machine. */
export const LARGE_LAYOUT = 200_000;

/**
 * Lays out a large tree that is about to be shown, in tasks of its own: neither the one that gave the tree nor the one
 * that draws it becomes longer by that. Rejects with the signal's reason once it is aborted.
 */
export async function layoutAhead(tree: CallTree, signal: AbortSignal): Promise<void> {
  if (!needsLayoutAhead(tree)) {
    return;
  }
  for (const step of [weightsOf, layoutOf]) {
    await task();
    signal.throwIfAborted();
    step(tree);
  }
  await task();
  signal.throwIfAborted();
}

export function needsLayoutAhead(tree: CallTree): boolean {
  return tree.length >= LARGE_LAYOUT && !layoutOf.isMade(tree);
}

function task(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
