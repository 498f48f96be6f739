import { useEffect, useMemo, useRef, useState } from 'react';
import { type NodeIndex, ROOT } from '../../profile/callTree';
import { nearestByPath, pathOf } from '../../profile/nodePath';
import { displayName } from '../layout/displayName';
import { NO_NODE } from '../layout/nodeAt';
import type { TreeLayout } from '../layout/treeLayout';
import { isInPicture } from '../layout/viewport';
import { type Step, walk } from '../layout/walk';
import type { ElementRef } from './elementRef';
import type { FlameCanvasHandle } from './FlameCanvas';
import type { FlameGraphState } from './flameGraphState';
import { useCurrentNode } from './useCurrentNode';
import { useFocusHistory } from './useFocusHistory';

const WHOLE_PROFILE: readonly string[] = [];

/** Where a user is in a tree, and how they get elsewhere. */
export interface FlameNavigation {
  /** What fills the width: the node of the state's focus, or the nearest to it that this tree has. */
  readonly focus: NodeIndex;
  /** Name of the function that was focused, where this tree does not have it. */
  readonly missing: string | undefined;
  /** Where the keyboard is. */
  readonly current: NodeIndex;
  /** The same while it is walked to, else `NO_NODE`: by pointer, nothing is outlined but what it is over. */
  readonly outlined: NodeIndex;
  focusOn(node: NodeIndex): void;
  /** Puts the keyboard there, and shows it. */
  goTo(node: NodeIndex): void;
  /** The same by pointer, which is there already. */
  point(node: NodeIndex): void;
  walk(step: Step): void;
  /** Absent where the whole profile is shown. */
  readonly back: (() => void) | undefined;
}

interface NavigationOptions {
  /** The root cannot be walked to. */
  readonly isRootHidden: boolean;
  /** Told where the keyboard leads; nothing once the pointer has chosen a box. */
  readonly onWalk: ((node: NodeIndex | undefined) => void) | undefined;
}

export function useFlameNavigation(
  layout: TreeLayout,
  state: FlameGraphState,
  changeState: (change: Partial<FlameGraphState>) => void,
  canvas: ElementRef<FlameCanvasHandle>,
  { isRootHidden, onWalk }: NavigationOptions
): FlameNavigation {
  const { tree } = layout;
  const path = state.focus ?? WHOLE_PROFILE;
  const history = useFocusHistory();
  const toReveal = useRef<'focus' | 'current' | undefined>('focus');
  const [isWalking, setIsWalking] = useState(false);
  const nearest = useMemo(() => nearestByPath(tree, path), [tree, path]);
  const focus = layout.weight[nearest.node] > 0 ? nearest.node : ROOT;
  const [current, setCurrent] = useCurrentNode(tree, focus);

  // What was just chosen, or came with the link, is scrolled to; a refresh leaves the reader where they are.
  useEffect(() => {
    if (toReveal.current !== undefined) {
      canvas.current?.reveal(toReveal.current === 'focus' ? focus : current);
      toReveal.current = undefined;
    }
  });

  const changeFocus = (next: readonly string[]) => {
    toReveal.current = 'focus';
    changeState({ focus: next.length === 0 ? undefined : next });
  };
  const goTo = (node: NodeIndex) => {
    toReveal.current = 'current';
    setCurrent(node);
    setIsWalking(true);
    onWalk?.(node);
  };
  return {
    focus,
    missing: nearest.depth < path.length ? displayName(path[nearest.depth]) : undefined,
    current,
    outlined: isWalking ? current : NO_NODE,
    focusOn(node) {
      if (node === focus) {
        canvas.current?.reset();
      } else if (layout.weight[node] > 0) {
        history.left(pathOf(tree, focus));
        changeFocus(pathOf(tree, node));
      }
    },
    goTo,
    point(node) {
      setIsWalking(false);
      setCurrent(node);
      onWalk?.(undefined);
    },
    walk(step) {
      const next = walk(tree, layout.weight, current, step);
      const isDrawn = isInPicture(tree, focus, next) && !(isRootHidden && next === ROOT);
      goTo(isDrawn ? next : current);
    },
    back: focus === ROOT ? undefined : () => changeFocus(history.back()),
  };
}
