import { assertNever } from '../../base/assertNever';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { isCut } from '../../profile/cuts';
import { type Change, type ChangeBy, changeOf } from '../../profile/diffChange';
import { displayName } from '../layout/displayName';
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
  /** What it stands for, where that is not a function but what was left out. */
  readonly cut?: string;
  readonly total: ValueFacts;
  /** Absent where the tree is read from the bottom up: there a box is what its function spends in those above it. */
  readonly self?: ValueFacts;
  /** The second side of a comparison. */
  readonly right?: { readonly total: ValueFacts; readonly self?: ValueFacts };
  /** How the second side differs from the first. */
  readonly change?: ChangeFacts;
}

/** A difference, ready to be read. */
export interface ChangeFacts {
  /** "New: the baseline does not have it", "50% more than in the baseline", with what was compared. */
  readonly summary: string;
  /** "+20 ms". */
  readonly value: string;
  /** Of each side's share of its own total: "+1.5 points". */
  readonly share: string;
}

/** How a tree is looked at. */
export interface TreeReading {
  readonly focus: NodeIndex;
  /** A value of the tree with its unit. */
  readonly format: (value: number) => string;
  /** What a comparison compares. Absent: shares. */
  readonly diffBy?: ChangeBy;
  /** Below a function are its callers. */
  readonly isBottomUp?: boolean;
}

export function nodeFacts(tree: CallTree, node: NodeIndex, reading: TreeReading): NodeFacts {
  const { focus, format, diffBy = 'share', isBottomUp = false } = reading;
  const side = ({ total, self }: Pick<CallTree, 'total' | 'self'>) => {
    const facts = (value: number): ValueFacts => ({
      value: format(value),
      ofProfile: formatShare(value, total[ROOT]),
      ...(node === ROOT ? {} : { ofParent: formatShare(value, total[tree.parent[node]]) }),
      ...(focus !== ROOT && node >= focus && node < tree.subtreeEnd[focus]
        ? { ofFocus: formatShare(value, total[focus]) }
        : {}),
    });
    return { total: facts(total[node]), ...(isBottomUp ? {} : { self: facts(self[node]) }) };
  };
  return {
    name: isBottomUp && isCutCallers(tree, node) ? MORE_CALLERS : nodeName(tree, node),
    place: placeOf(tree, node),
    cut: cutText(tree, node, isBottomUp),
    ...side(tree),
    ...(tree.right === undefined
      ? {}
      : { right: side(tree.right), change: changeFacts(changeOf(tree, node, diffBy), diffBy, format) }),
  };
}

/** What stands for callers that were left out. */
export const MORE_CALLERS = 'more callers';

/** Whether a leaf of a tree that is read from the bottom up stands for callers which were not looked into yet. */
export function isCutCallers(tree: CallTree, node: NodeIndex): boolean {
  // Right below the root stands what the backend cut.
  return isCut(tree, node) && tree.parent[node] !== ROOT;
}

function cutText(tree: CallTree, node: NodeIndex, isBottomUp: boolean): string | undefined {
  if (!isCut(tree, node)) {
    return undefined;
  }
  return isBottomUp && isCutCallers(tree, node)
    ? 'Callers that were not looked into yet'
    : 'Functions that the backend merged to keep its answer small';
}

function changeFacts(change: Change, by: ChangeBy, format: (value: number) => string): ChangeFacts {
  const signed = (value: number, text: string) => (value > 0 ? `+${text}` : text);
  const points = Number((100 * change.share).toFixed(Math.abs(change.share) < 0.001 ? 2 : 1));
  return {
    summary: changeSummary(change, by),
    value: signed(change.value, format(change.value)),
    share: `${signed(points, String(points))} points`,
  };
}

function changeSummary({ kind, relative }: Change, by: ChangeBy): string {
  const what = by === 'share' ? 'share' : 'value';
  switch (kind) {
    case 'new':
      return 'New: the baseline does not have it';
    case 'gone':
      return 'Gone: only the baseline has it';
    case 'same':
      return `The same ${what} as in the baseline`;
    case 'changed':
      return relative === undefined
        ? `Another ${what} than in the baseline`
        : `${formatShare(Math.abs(relative), 1)} ${relative > 0 ? 'more' : 'less'} than the baseline's ${what}`;
    default:
      return assertNever(kind);
  }
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
