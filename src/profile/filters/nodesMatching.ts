import type { CallTree } from '../callTree';
import type { FunctionMatches } from '../search';

/**
 * NodeIndex -> 1 where the node's function matches. Leaves that stand for cut functions never do: they are many
 * functions, and none of them is known.
 */
export function nodesMatching({ length, func, truncated }: CallTree, { flags }: FunctionMatches): Uint8Array {
  const matching = new Uint8Array(length);
  for (let node = 1; node < length; node++) {
    matching[node] = flags[func[node]];
  }
  for (const node of truncated ?? []) {
    matching[node] = 0;
  }
  return matching;
}
