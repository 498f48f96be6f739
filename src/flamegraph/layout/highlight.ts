import { GrowingUint32 } from '../../profile/wire/growingColumn';
import { lowerBound } from './sortedColumn';
import type { LevelPosition, TreeLayout } from './treeLayout';

/** Where the hits of a search are, in a form that can be asked of any box and any run of boxes. */
export interface Highlight {
  /** FunctionIndex -> 1 if the function matches. */
  readonly functions: Uint8Array;
  /** LevelPositions of all nodes of such functions, ascending. */
  readonly positions: Uint32Array;
}

/** Linear in nodes: to be made once for a search, not for a frame. */
export function highlightOf(layout: TreeLayout, functions: Uint8Array): Highlight {
  const { nodes } = layout;
  const { func } = layout.tree;
  // A byte a node, written in node order: read in level order, it stays in the processor's cache where `func` would not.
  const isHit = new Uint8Array(func.length);
  for (let node = 0; node < func.length; node++) {
    isHit[node] = functions[func[node]];
  }
  const positions = new GrowingUint32();
  for (let position = 0; position < nodes.length; position++) {
    if (isHit[nodes[position]] === 1) {
      positions.push(position);
    }
  }
  return { functions, positions: positions.trimmed() };
}

/** Whether there is a hit among the positions from `first` to `last`, both included. */
export function hasHit(highlight: Highlight, first: LevelPosition, last: LevelPosition): boolean {
  const at = lowerBound(highlight.positions, first);
  return at < highlight.positions.length && highlight.positions[at] <= last;
}
