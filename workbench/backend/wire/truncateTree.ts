import { ROOT, type CallTree, type NodeIndex } from '../../../src/profile/callTree';
import { TRUNCATED_NAME } from '../../../src/profile/truncation';
import { nameOf } from './children';

export interface TruncateOptions {
  /** 0: nothing is cut. */
  readonly maxNodes: number;
  /** Whether a function that is named "other" already is cut too, and so becomes one leaf with the rest. */
  readonly cutOthers: boolean;
}

/**
 * Cuts a tree as Pyroscope does (pkg/model/tree.go, minValue and MarshalTruncate; flamegraph.go, NewFlameGraph): the
 * `maxNodes` largest nodes stay, and all that tie with the smallest of them. The children of a node that do not stay
 * are added up in a leaf "other" that comes last, or to the child of that name. So the totals of all that stays are as
 * they were, and there may be more nodes than `maxNodes`.
 */
export function truncateTree(tree: CallTree, { maxNodes, cutOthers }: TruncateOptions): CallTree {
  const smallest = smallestKept(tree, maxNodes);
  const isOther = (node: NodeIndex) => nameOf(tree, node) === TRUNCATED_NAME;
  const stays = new Uint8Array(tree.length);
  stays[ROOT] = 1;
  /** NodeIndex -> sum of its children that are cut. */
  const cut = new Float64Array(tree.length);
  const otherChild = new Int32Array(tree.length).fill(-1);
  for (let node = 1; node < tree.length; node++) {
    const parent = tree.parent[node];
    if (stays[parent] === 0) {
      continue;
    }
    const other = isOther(node);
    if (other ? !cutOthers : tree.total[node] >= smallest) {
      stays[node] = 1;
      if (other) {
        otherChild[parent] = node;
      }
    } else {
      cut[parent] += tree.total[node];
    }
  }
  return rebuild(tree, stays, cut, otherChild);
}

/** The total of the `maxNodes`-th largest node; 0 if there are no more nodes than that. */
function smallestKept(tree: CallTree, maxNodes: number): number {
  if (maxNodes < 1 || tree.length - 1 <= maxNodes) {
    return 0;
  }
  return tree.total.slice(1).sort()[tree.length - 1 - maxNodes];
}

function rebuild(tree: CallTree, stays: Uint8Array, cut: Float64Array, otherChild: Int32Array): CallTree {
  const needsOther = (node: NodeIndex) => cut[node] > 0 && otherChild[node] === -1;
  const size = new Uint32Array(tree.length);
  for (let node = tree.length - 1; node >= 0; node--) {
    if (stays[node] !== 0) {
      size[node] += needsOther(node) ? 2 : 1;
      if (node !== ROOT) {
        size[tree.parent[node]] += size[node];
      }
    }
  }
  const length = size[ROOT];
  const columns = {
    parent: new Int32Array(length).fill(-1),
    subtreeEnd: new Uint32Array(length),
    func: new Uint32Array(length),
    total: new Float64Array(length),
    self: new Float64Array(length),
  };
  const other = tree.functions.length;
  const place = new Uint32Array(tree.length);
  const cursor = new Uint32Array(tree.length);
  for (let node = 0; node < tree.length; node++) {
    if (stays[node] === 0) {
      continue;
    }
    let at = 0;
    let extra = 0;
    if (node !== ROOT) {
      const parent = tree.parent[node];
      at = cursor[parent];
      cursor[parent] += size[node];
      columns.parent[at] = place[parent];
      extra = otherChild[parent] === node ? cut[parent] : 0;
    }
    place[node] = at;
    cursor[node] = at + 1;
    columns.subtreeEnd[at] = at + size[node];
    columns.func[at] = tree.func[node];
    columns.total[at] = tree.total[node] + extra;
    columns.self[at] = tree.self[node] + extra;
    if (needsOther(node)) {
      const leaf = at + size[node] - 1;
      columns.parent[leaf] = at;
      columns.subtreeEnd[leaf] = leaf + 1;
      columns.func[leaf] = other;
      columns.total[leaf] = cut[node];
      columns.self[leaf] = cut[node];
    }
  }
  const names = [...tree.functions.names, TRUNCATED_NAME];
  return { length, ...columns, functions: { length: names.length, names }, unit: tree.unit };
}
