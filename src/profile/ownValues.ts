import type { CallTree } from './callTree';

/** What a total can be off from the sum of its parts by the rounding of doubles, as a part of the total. */
const ROUNDING = 1e-9;

/**
 * NodeIndex -> what of a node's total none of its children has: its self value, and whatever else a data source gives
 * a node beyond that. Differences that can be rounding are none.
 *
 * @param side the tree itself, or its `right`
 */
export function ownValues(
  { length, parent }: Pick<CallTree, 'length' | 'parent'>,
  side: { readonly total: Float64Array; readonly self: Float64Array }
): Float64Array {
  const own = side.total.slice();
  for (let node = 1; node < length; node++) {
    own[parent[node]] -= side.total[node];
  }
  for (let node = 0; node < length; node++) {
    if (Math.abs(own[node] - side.self[node]) <= Math.abs(side.total[node]) * ROUNDING) {
      own[node] = side.self[node];
    }
  }
  return own;
}
