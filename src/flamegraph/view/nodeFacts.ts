import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { displayName } from '../layout/displayName';
import { includesSorted } from '../layout/sortedColumn';
import { children } from '../layout/walk';
import { formatShare } from './formatShare';

/** One side's value and what part of others it is, ready to be read. */
export interface ValueFacts {
  readonly value: string;
  readonly ofProfile: string;
  /** Absent for the root. */
  readonly ofParent?: string;
  /** Absent unless a function is focused and the node lies in it. */
  readonly ofFocus?: string;
}

/** What is to be said of a node, for the tooltip and for a screen reader. */
export interface NodeFacts {
  readonly name: string;
  /** "file.go:12", "file.go", or absent where unknown. */
  readonly place?: string;
  readonly isTruncated: boolean;
  readonly total: ValueFacts;
  readonly self: ValueFacts;
  /** The second side of a comparison. */
  readonly right?: { readonly total: ValueFacts; readonly self: ValueFacts };
}

export function nodeFacts(
  tree: CallTree,
  node: NodeIndex,
  focus: NodeIndex,
  format: (value: number) => string
): NodeFacts {
  const side = ({ total, self }: Pick<CallTree, 'total' | 'self'>) => {
    const facts = (value: number): ValueFacts => ({
      value: format(value),
      ofProfile: formatShare(value, total[ROOT]),
      ...(node === ROOT ? {} : { ofParent: formatShare(value, total[tree.parent[node]]) }),
      ...(focus !== ROOT && node >= focus && node < tree.subtreeEnd[focus]
        ? { ofFocus: formatShare(value, total[focus]) }
        : {}),
    });
    return { total: facts(total[node]), self: facts(self[node]) };
  };
  return {
    name: nodeName(tree, node),
    place: placeOf(tree, node),
    isTruncated: tree.truncated !== undefined && includesSorted(tree.truncated, node),
    ...side(tree),
    ...(tree.right === undefined ? {} : { right: side(tree.right) }),
  };
}

/** A node's name as it may be shown. */
export function nodeName(tree: CallTree, node: NodeIndex): string {
  return displayName(tree.functions.names[tree.func[node]]);
}

function placeOf(tree: CallTree, node: NodeIndex): string | undefined {
  const { file, files, startLine } = tree.functions;
  const func = tree.func[node];
  const path = files?.[file?.[func] ?? -1];
  if (path === undefined || path === '') {
    return undefined;
  }
  const line = startLine?.[func] ?? 0;
  return displayName(line > 0 ? `${path}:${line}` : path);
}

/** Where a node stands among its siblings, both counted from 1. */
export function siblingPosition(tree: CallTree, node: NodeIndex): { position: number; count: number } {
  if (node === ROOT) {
    return { position: 1, count: 1 };
  }
  let position = 0;
  let count = 0;
  for (const sibling of children(tree, tree.parent[node])) {
    count++;
    if (sibling === node) {
      position = count;
    }
  }
  return { position, count };
}
