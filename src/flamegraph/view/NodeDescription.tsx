import { css } from '@emotion/css';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import type { ChangeBy } from '../../profile/diffChange';
import { type NodeFacts, nodeFacts, siblingPosition } from './nodeFacts';

interface NodeDescriptionProps {
  readonly id: string;
  readonly tree: CallTree;
  readonly node: NodeIndex;
  /** Number of the node's ancestors. */
  readonly level: number;
  readonly focus: NodeIndex;
  readonly format: (value: number) => string;
  readonly diffBy?: ChangeBy;
  /** What the root stands for. Absent: "Whole profile". */
  readonly wholeName?: string;
}

/** Read out, but not seen. */
const hidden = css({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
});

/** The current node in words: the one item of the tree that a screen reader gets at a time. */
export function NodeDescription(props: NodeDescriptionProps) {
  const { id, tree, node, level, focus, format, diffBy, wholeName = 'Whole profile' } = props;
  const { position, count } = siblingPosition(tree, node);
  const calls = node + 1 < tree.subtreeEnd[node];
  return (
    <div
      id={id}
      role="treeitem"
      className={hidden}
      aria-level={level + 1}
      aria-posinset={position}
      aria-setsize={count}
      aria-selected
      aria-expanded={calls ? true : undefined}
    >
      {descriptionOf(nodeFacts(tree, node, focus, format, diffBy), node === ROOT ? wholeName : undefined)}
    </div>
  );
}

/** `wholeName`: of the root alone. */
function descriptionOf(facts: NodeFacts, wholeName: string | undefined): string {
  const { name, total, self, right, place } = facts;
  const isRoot = wholeName !== undefined;
  return [
    wholeName ?? name,
    facts.isTruncated ? 'functions that the backend merged to keep its answer small' : '',
    `total ${total.value}`,
    isRoot ? '' : `${total.ofProfile} of the profile`,
    total.ofParent === undefined ? '' : `${total.ofParent} of its caller`,
    total.ofFocus === undefined ? '' : `${total.ofFocus} of the focus`,
    `self ${self.value}`,
    right === undefined ? '' : `compared with total ${right.total.value}, ${right.total.ofProfile} of its profile`,
    isRoot ? '' : (facts.change?.summary ?? ''),
    place ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
