import type { CallTree, FunctionIndex } from '../callTree';

/**
 * Calls `visit` for each stack that has a value of its own above 0, of a comparison on either side, callers before what
 * they called. The stack is from the outermost function to the innermost, without the root, and is only valid during the
 * call; it is empty for what the root has itself. `right` is the second side's value, 0 where there is none.
 */
export function eachStack(
  tree: CallTree,
  visit: (stack: readonly FunctionIndex[], value: number, right: number) => void
): void {
  const { length, self, right, func, subtreeEnd } = tree;
  const stack: FunctionIndex[] = [];
  /** Where the subtree of each function on the stack ends. */
  const ends: number[] = [];
  for (let node = 0; node < length; node++) {
    while (ends.length > 0 && ends[ends.length - 1] <= node) {
      ends.pop();
      stack.pop();
    }
    if (node > 0) {
      stack.push(func[node]);
      ends.push(subtreeEnd[node]);
    }
    const rightSelf = right?.self[node] ?? 0;
    if (self[node] > 0 || rightSelf > 0) {
      visit(stack, self[node], rightSelf);
    }
  }
}
