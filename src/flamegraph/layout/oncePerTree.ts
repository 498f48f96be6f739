import type { CallTree } from '../../profile/callTree';

/**
 * `make`, which then is called once for a tree, for as long as somebody holds that: taking a filter away, undo and
 * another view lead back to a tree that was shown before.
 */
export function oncePerTree<T extends object>(make: (tree: CallTree) => T): OncePerTree<T> {
  const made = new WeakMap<CallTree, T>();
  const outcomeOf = (tree: CallTree) => {
    let outcome = made.get(tree);
    if (outcome === undefined) {
      outcome = make(tree);
      made.set(tree, outcome);
    }
    return outcome;
  };
  return Object.assign(outcomeOf, { isMade: (tree: CallTree) => made.has(tree) });
}

interface OncePerTree<T> {
  (tree: CallTree): T;
  /** Whether it would only have to be looked up. */
  isMade(tree: CallTree): boolean;
}
