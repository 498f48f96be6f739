import { lowerBound } from './sortedColumn';
import type { LevelPosition, TreeLayout } from './treeLayout';

/** Where the hits of a search are, in a form that can be asked of any box and any run of boxes. */
export interface Highlight {
  /** FunctionIndex -> 1 if the function matches. */
  readonly functions: Uint8Array;
  /** LevelPositions of all nodes of such functions, ascending. */
  readonly positions: Uint32Array;
}

/**
 * The positions are worked out when they are first asked for, linear in nodes: a search that the next keystroke replaces
 * before it was drawn does not pay for them, and one that is drawn pays in another task than the one that counts.
 */
export function highlightOf(layout: TreeLayout, functions: Uint8Array): Highlight {
  let positions: Uint32Array | undefined;
  return {
    functions,
    get positions() {
      positions ??= hitPositions(layout, functions);
      return positions;
    },
  };
}

function hitPositions({ nodes, tree: { func } }: TreeLayout, functions: Uint8Array): Uint32Array {
  // A byte a node, written in node order: read in level order, it stays in the processor's cache where `func` would not.
  const isHit = new Uint8Array(func.length);
  let count = 0;
  for (let node = 0; node < func.length; node++) {
    const flag = functions[func[node]];
    isHit[node] = flag;
    count += flag;
  }
  const positions = new Uint32Array(count);
  let next = 0;
  for (let position = 0; next < count; position++) {
    if (isHit[nodes[position]] === 1) {
      positions[next++] = position;
    }
  }
  return positions;
}

/** Whether there is a hit among the positions from `first` to `last`, both included. */
export function hasHit(highlight: Highlight, first: LevelPosition, last: LevelPosition): boolean {
  const { positions } = highlight;
  const at = lowerBound(positions, first);
  return at < positions.length && positions[at] <= last;
}
