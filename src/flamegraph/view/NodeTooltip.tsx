import { css } from '@emotion/css';
import { type Ref, useCallback, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2 } from '@grafana/ui';
import { type CallTree, type NodeIndex, ROOT } from '../../profile/callTree';
import { NO_NODE } from '../layout/nodeAt';
import { type NodeFacts, nodeFacts, type TreeReading } from './nodeFacts';
import { placeTooltip } from './placeTooltip';
import { setVisible } from './setVisible';

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
  const styles = useStyles2(getStyles);
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
  if (!isWanted) {
    return null;
  }
  const isDiff = tree.right !== undefined;
  const columns = focus === ROOT ? COLUMNS : COLUMNS_IN_FOCUS;
  const total = isBottomUp ? 'Value' : 'Total';
  return (
    <Portal className={styles.layer}>
      <div
        ref={element}
        className={styles.tooltip}
        role="tooltip"
        data-testid="flame graph tooltip"
        style={{ visibility: 'hidden' }}
      >
        <bdi className={styles.name} data-fact="name" />
        <bdi className={styles.place} data-fact="place" />
        <div className={styles.place} data-fact="cut" />
        {isDiff && <div className={styles.change} data-fact="change" />}
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">Value</th>
              <th scope="col">of profile</th>
              <th scope="col">{isBottomUp ? 'of callee' : 'of caller'}</th>
              {focus !== ROOT && <th scope="col">of focus</th>}
            </tr>
          </thead>
          <tbody>
            <Row title={isDiff ? `${total}, baseline` : total} side="left" value="total" columns={columns} />
            {isDiff && <Row title={`${total}, comparison`} side="right" value="total" columns={columns} />}
            {isDiff && (
              <tr>
                <th scope="row">Change</th>
                <td data-fact="change value" />
                <td data-fact="change share" />
              </tr>
            )}
            {!isBottomUp && (
              <Row title={isDiff ? 'Self, baseline' : 'Self'} side="left" value="self" columns={columns} />
            )}
            {!isBottomUp && isDiff && <Row title="Self, comparison" side="right" value="self" columns={columns} />}
          </tbody>
        </table>
      </div>
    </Portal>
  );
}

const COLUMNS = ['value', 'ofProfile', 'ofParent'] as const;
const COLUMNS_IN_FOCUS = [...COLUMNS, 'ofFocus'] as const;

interface RowProps {
  readonly title: string;
  readonly side: 'left' | 'right';
  readonly value: 'total' | 'self';
  readonly columns: typeof COLUMNS | typeof COLUMNS_IN_FOCUS;
}

function Row({ title, side, value, columns }: RowProps) {
  return (
    <tr>
      <th scope="row">{title}</th>
      {columns.map((column) => (
        <td key={column} data-fact={`${side} ${value} ${column}`} />
      ))}
    </tr>
  );
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
  for (const column of COLUMNS_IN_FOCUS) {
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

const getStyles = (theme: GrafanaTheme2) => ({
  layer: css({ pointerEvents: 'none' }),
  tooltip: css({
    position: 'fixed',
    top: 0,
    left: 0,
    width: 'max-content',
    // A layer and a layout of its own: its movements and texts touch nothing else on the page.
    willChange: 'transform',
    contain: 'layout paint style',
    maxWidth: 'min(480px, 48vw)',
    padding: theme.spacing(1),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    boxShadow: theme.shadows.z3,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: theme.typography.bodySmall.lineHeight,
    color: theme.colors.text.primary,
    zIndex: theme.zIndex.tooltip,
  }),
  name: css({
    display: 'block',
    fontFamily: theme.typography.fontFamilyMonospace,
    overflowWrap: 'anywhere',
    maxHeight: '12em',
    overflow: 'hidden',
  }),
  place: css({
    display: 'block',
    color: theme.colors.text.secondary,
    overflowWrap: 'anywhere',
  }),
  change: css({ marginTop: theme.spacing(0.5), fontWeight: theme.typography.fontWeightMedium }),
  table: css({
    marginTop: theme.spacing(0.75),
    fontVariantNumeric: 'tabular-nums',
    'th, td': { paddingRight: theme.spacing(2), whiteSpace: 'nowrap', textAlign: 'right' },
    'th:last-child, td:last-child': { paddingRight: 0 },
    'th:first-child': { textAlign: 'left' },
    th: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    'tbody td:nth-child(2)': { fontWeight: theme.typography.fontWeightMedium },
  }),
});
