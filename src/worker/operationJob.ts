import { assertNever } from '../base/assertNever';
import { type CallTree, type FunctionIndex, type NodeIndex, ROOT } from '../profile/callTree';
import { calleesOf } from '../profile/calleesOf';
import { applyFilters, type FilteredTree } from '../profile/filters/applyFilters';
import type { StackFilter } from '../profile/filters/stackFilter';
import { callersOf, invertTree } from '../profile/invertTree';
import { refineTree } from '../profile/refineTree';

/** What is made of a call tree. Plain data, with trees in whatever form they are on their way. */
export type TreeOperation<T = CallTree> =
  | { readonly do: 'filter'; readonly filters: readonly StackFilter[]; readonly isGrouped?: boolean }
  /** Reads it from the bottom up. `maxNodes`: see `InvertOptions`. */
  | { readonly do: 'invert'; readonly maxNodes?: number }
  /** One half of a sandwich: below the root, which has the values of the whole profile, the function stands alone. */
  | { readonly do: 'callers'; readonly func: FunctionIndex; readonly maxNodes?: number }
  | { readonly do: 'callees'; readonly func: FunctionIndex }
  /** Puts more detail below the node `at`: see `refineTree`. */
  | { readonly do: 'refine'; readonly at: NodeIndex; readonly finer: T };

/** What came of it; other operations than filters lose nothing, and have no problems. */
export type OperationResult = FilteredTree;

/**
 * Here and now. The very same tree where there is nothing to do.
 *
 * @throws RangeError if a comparison is refined by what is none, or the other way round
 */
export function operated(operation: TreeOperation, tree: CallTree): OperationResult {
  switch (operation.do) {
    case 'filter':
      return applyFilters(tree, operation.filters, operation);
    case 'invert':
      return whole(invertTree(tree, operation));
    case 'callers':
      return whole(halfOf(callersOf(tree, operation.func, operation), tree));
    case 'callees':
      return whole(halfOf(calleesOf(tree, operation.func), tree));
    case 'refine':
      return whole(refineTree(tree, operation.at, operation.finer));
    default:
      return assertNever(operation);
  }
}

function whole(tree: CallTree): OperationResult {
  return { tree, problems: [], kept: 1 };
}

/** Shares are of the whole profile, as they are in all other views, and not of the function. */
function halfOf(half: CallTree, profile: CallTree): CallTree {
  const { right } = profile;
  return {
    ...half,
    ...withRootOf(half, profile),
    ...(half.right === undefined || right === undefined ? {} : { right: withRootOf(half.right, right) }),
  };
}

function withRootOf(half: Pick<CallTree, 'total' | 'self'>, profile: Pick<CallTree, 'total'>) {
  const total = half.total.slice();
  const self = half.self.slice();
  total[ROOT] = profile.total[ROOT];
  self[ROOT] = profile.total[ROOT] - half.total[ROOT];
  return { total, self };
}
