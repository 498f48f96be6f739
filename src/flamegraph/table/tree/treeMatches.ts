import { type CallTree, type NodeIndex, ROOT } from '../../../profile/callTree';
import { LargestFirst } from '../../../profile/largestFirst';
import { children } from '../../layout/walk';
import { nodeWeight } from './hottestPath';

/** What a search leaves of a call tree: hits, their callers, and what they call. */
export interface TreeMatches {
  readonly isKept: (node: NodeIndex) => boolean;
  readonly isHit: (node: NodeIndex) => boolean;
  /** Whether there is a hit below the node. */
  readonly leadsToHit: (node: NodeIndex) => boolean;
  /** Nodes to be opened so that the largest hits are seen. */
  readonly toOpen: readonly NodeIndex[];
  /** Number of nodes that are hits. */
  readonly hits: number;
}

/** As many rows as a search opens by itself. */
const ENOUGH_ROWS = 300;

const LEADS_TO_HIT = 1;
const IN_HIT = 2;

/** `functions`: FunctionIndex -> 1 where the function matches. Linear in nodes. */
export function treeMatches(tree: CallTree, functions: Uint8Array): TreeMatches {
  const { length, parent, func } = tree;
  const marks = new Uint8Array(length);
  let hits = 0;
  for (let node = length - 1; node > 0; node--) {
    const isHit = functions[func[node]] === 1;
    if (isHit) {
      hits++;
    }
    if (isHit || marks[node] !== 0) {
      marks[parent[node]] = LEADS_TO_HIT;
    }
  }
  for (let node = 1; node < length; node++) {
    if (functions[func[node]] === 1 || (marks[parent[node]] & IN_HIT) !== 0) {
      marks[node] |= IN_HIT;
    }
  }
  const leadsToHit = (node: NodeIndex) => (marks[node] & LEADS_TO_HIT) !== 0;
  const isKept = (node: NodeIndex) => marks[node] !== 0;
  return {
    isKept: (node) => node === ROOT || isKept(node),
    isHit: (node) => node !== ROOT && functions[func[node]] === 1,
    leadsToHit,
    toOpen: hits === 0 ? [] : waysToHits(tree, leadsToHit, isKept),
    hits,
  };
}

/** The heaviest ways first, until there are rows enough. */
function waysToHits(
  tree: CallTree,
  leadsToHit: (node: NodeIndex) => boolean,
  isKept: (node: NodeIndex) => boolean
): NodeIndex[] {
  const ways = new LargestFirst();
  ways.add(ROOT, Infinity);
  const opened: NodeIndex[] = [];
  let rows = 0;
  while (ways.length > 0 && rows < ENOUGH_ROWS) {
    const node = ways.take();
    opened.push(node);
    for (const child of children(tree, node)) {
      rows += isKept(child) ? 1 : 0;
      if (leadsToHit(child)) {
        ways.add(child, nodeWeight(tree, child));
      }
    }
  }
  return opened;
}
