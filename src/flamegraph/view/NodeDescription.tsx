import { css } from '@emotion/css';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { type NodeFacts, nodeFacts, siblingPosition, type TreeReading } from './nodeFacts';

interface NodeDescriptionProps {
  readonly id: string;
  readonly tree: CallTree;
  readonly node: NodeIndex;
  /** Number of the node's ancestors. */
  readonly level: number;
  readonly reading: TreeReading;
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
  const { id, tree, node, level, reading, wholeName = 'Whole profile' } = props;
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
      {descriptionOf(nodeFacts(tree, node, reading), reading, node === ROOT ? wholeName : undefined)}
    </div>
  );
}

/** `wholeName`: of the root alone. */
function descriptionOf(facts: NodeFacts, { isBottomUp }: TreeReading, wholeName: string | undefined): string {
  const { name, cut, total, self, right, place } = facts;
  const isRoot = wholeName !== undefined;
  return [
    wholeName ?? name,
    cut === undefined ? '' : cut[0].toLowerCase() + cut.slice(1),
    `${isBottomUp === true ? 'value' : 'total'} ${total.value}`,
    isRoot ? '' : `${total.ofProfile} of the profile`,
    total.ofParent === undefined ? '' : `${total.ofParent} of its ${isBottomUp === true ? 'callee' : 'caller'}`,
    total.ofFocus === undefined ? '' : `${total.ofFocus} of the focus`,
    self === undefined ? '' : `self ${self.value}`,
    right === undefined
      ? ''
      : `compared with ${self === undefined ? '' : 'total '}${right.total.value}, ${right.total.ofProfile} of its profile`,
    isRoot ? '' : (facts.change?.summary ?? ''),
    place ?? '',
  ]
    .filter((part) => part !== '')
    .join(', ');
}
