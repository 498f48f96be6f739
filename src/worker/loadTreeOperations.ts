import type { TreeOperations } from './treeOperations';

let loaded: TreeOperations | undefined;

/** The operations of this bundle, which most that look at a profile never need: they are loaded when asked for. */
export async function loadTreeOperations(): Promise<TreeOperations> {
  loaded ??= (await import('./sharedTreeOperations')).sharedTreeOperations;
  return loaded;
}

/** The same, if they are loaded already. */
export function loadedTreeOperations(): TreeOperations | undefined {
  return loaded;
}
