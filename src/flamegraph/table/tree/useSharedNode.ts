import { useEffect, useRef, useState } from 'react';
import type { CallTree, NodeIndex } from '../../../profile/callTree';
import { nearestByPath, nodeByPath } from '../../../profile/nodePath';
import type { FlameGraphState } from '../../view/flameGraphState';
import { heaviestNamed } from './hottestPath';
import type { OpenRows } from './openRows';

interface SharedNodeTable {
  readonly rows: OpenRows;
  readonly change: (change: (rows: OpenRows) => void) => void;
  /** The node that the keyboard is on. */
  readonly currentNode: NodeIndex;
  readonly goTo: (node: NodeIndex) => void;
  /** Scrolls to a row. */
  readonly reveal: (row: number) => void;
}

/** Opens and shows what is focused, or chosen, in another view: of a function's places the focused or the heaviest. */
export function useSharedNode(tree: CallTree, { focus, chosen }: FlameGraphState, table: SharedNodeTable): void {
  // A row can be scrolled to once it is there.
  const [toReveal, setToReveal] = useState<NodeIndex>();
  const latest = useRef({ tree, focus, ...table });
  latest.current = { tree, focus, ...table };
  const show = (node: NodeIndex | undefined) => {
    const { currentNode, change, goTo } = latest.current;
    if (node !== undefined && node !== currentNode) {
      change((rows) => rows.openTo(node));
      goTo(node);
      setToReveal(node);
    }
  };
  useEffect(() => {
    if (focus !== undefined) {
      show(nearestByPath(latest.current.tree, focus).node);
    }
  }, [focus]);
  useEffect(() => {
    const { tree: shown, focus: place, currentNode } = latest.current;
    if (chosen === undefined || shown.functions.names[shown.func[currentNode]] === chosen) {
      return;
    }
    const isFocused = place !== undefined && place[place.length - 1] === chosen;
    show((isFocused ? nodeByPath(shown, place) : undefined) ?? heaviestNamed(shown, chosen));
  }, [chosen]);
  useEffect(() => {
    if (toReveal !== undefined) {
      setToReveal(undefined);
      latest.current.reveal(latest.current.rows.rowOf(toReveal));
    }
  }, [toReveal]);
}
