import type { CallTree } from '../../profile/callTree';

/**
 * `make`, which then is called once for a tree, for as long as somebody holds that: taking a filter away, undo and
 * another view lead back to a tree that was shown before.
 */
export function oncePerTree<T extends object>(make: (tree: CallTree) => T): (tree: CallTree) => T {
  const made = new WeakMap<CallTree, T>();
  return (tree) => {
    let outcome = made.get(tree);
    if (outcome === undefined) {
      outcome = make(tree);
      made.set(tree, outcome);
    }
    return outcome;
  };
}
