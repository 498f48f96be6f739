import type { CallTree } from './callTree';

/** NodeIndex -> how many callers a node has: 0 for the root. */
export function depthsOf({ length, parent }: Pick<CallTree, 'length' | 'parent'>): Uint32Array {
  const depths = new Uint32Array(length);
  for (let node = 1; node < length; node++) {
    depths[node] = depths[parent[node]] + 1;
  }
  return depths;
}
