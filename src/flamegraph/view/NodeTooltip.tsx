import { type Ref, useCallback, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { NO_NODE } from '../layout/nodeAt';
import { type NodeFacts, nodeFacts, type TreeReading } from './nodeFacts';
import { placeTooltip } from './placeTooltip';
import { setVisible } from './setVisible';
import { TooltipBox, TOOLTIP_COLUMNS } from './TooltipBox';

/** What moves the tooltip: it is told at every movement of the pointer. */
export interface NodeTooltipHandle {
  show(node: NodeIndex, clientX: number, clientY: number): void;
  hide(): void;
}

interface NodeTooltipProps {
  readonly tree: CallTree;
  readonly reading: TreeReading;
  readonly handle: Ref<NodeTooltipHandle>;
}

/**
 * What is known of the box under the pointer. React draws its frame; its texts are written past React, because the
 * pointer may be over another box at every movement, and a rendering would take most of the millisecond that is
 * allowed. Once it was there it is hidden and not taken away, for the same reason.
 */
export function NodeTooltip({ tree, reading, handle }: NodeTooltipProps) {
  const { focus, format, diffBy, isBottomUp = false } = reading;
  const element = useRef<HTMLDivElement>(null);
  const last = useRef({ node: NO_NODE, x: 0, y: 0 });
  const [isWanted, setIsWanted] = useState(false);
  const update = useCallback(() => {
    const { node, x, y } = last.current;
    if (element.current !== null && node !== NO_NODE) {
      writeFacts(element.current, nodeFacts(tree, node, { focus, format, diffBy, isBottomUp }));
      placeTooltip(element.current, x, y);
      setVisible(element.current, true);
    }
  }, [tree, focus, format, diffBy, isBottomUp]);
  useImperativeHandle(
    handle,
    () => ({
      show(node, x, y) {
        const isOther = node !== last.current.node;
        last.current = { node, x, y };
        setIsWanted(true);
        if (isOther) {
          update();
        } else if (element.current !== null) {
          placeTooltip(element.current, x, y);
        }
      },
      hide() {
        last.current = { ...last.current, node: NO_NODE };
        if (element.current !== null) {
          setVisible(element.current, false);
        }
      },
    }),
    [update]
  );
  useLayoutEffect(update, [update, isWanted]);
  return isWanted ? (
    <TooltipBox
      element={element}
      isComparison={tree.right !== undefined}
      isBottomUp={isBottomUp}
      hasFocus={focus !== ROOT}
    />
  ) : null;
}

function writeFacts(element: HTMLElement, facts: NodeFacts) {
  const texts: Record<string, string> = {
    name: facts.name,
    place: facts.place ?? '',
    change: facts.change?.summary ?? '',
    'change value': facts.change?.value ?? '',
    'change share': facts.change?.share ?? '',
    cut: facts.cut ?? '',
  };
  for (const column of TOOLTIP_COLUMNS) {
    texts[`left total ${column}`] = facts.total[column] ?? '';
    texts[`left self ${column}`] = facts.self?.[column] ?? '';
    texts[`right total ${column}`] = facts.right?.total[column] ?? '';
    texts[`right self ${column}`] = facts.right?.self?.[column] ?? '';
  }
  for (const cell of element.querySelectorAll<HTMLElement>('[data-fact]')) {
    const text = texts[cell.dataset.fact ?? ''] ?? '';
    if (cell.textContent !== text) {
      cell.textContent = text;
    }
  }
}
