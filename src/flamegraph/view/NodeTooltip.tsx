import { css } from '@emotion/css';
import type { Ref } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2 } from '@grafana/ui';
import { type NodeFacts, type ValueFacts } from './nodeFacts';

interface NodeTooltipProps {
  readonly facts: NodeFacts;
  /** The element to be moved with the pointer; see `placeTooltip`. */
  readonly elementRef: Ref<HTMLDivElement>;
}

/** What is known of the box under the pointer. */
export function NodeTooltip({ facts, elementRef }: NodeTooltipProps) {
  const styles = useStyles2(getStyles);
  const { total, self, right } = facts;
  return (
    <Portal className={styles.layer}>
      <div ref={elementRef} className={styles.tooltip} role="tooltip" data-testid="flame graph tooltip">
        <bdi className={styles.name}>{facts.name}</bdi>
        {facts.place !== undefined && <bdi className={styles.place}>{facts.place}</bdi>}
        {facts.isTruncated && (
          <div className={styles.place}>Functions that the backend merged to keep its answer small</div>
        )}
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">Value</th>
              <th scope="col">of profile</th>
              {total.ofParent !== undefined && <th scope="col">of caller</th>}
              {total.ofFocus !== undefined && <th scope="col">of focus</th>}
            </tr>
          </thead>
          <tbody>
            <Row title={right === undefined ? 'Total' : 'Total, baseline'} facts={total} />
            {right !== undefined && <Row title="Total, comparison" facts={right.total} />}
            <Row title={right === undefined ? 'Self' : 'Self, baseline'} facts={self} />
            {right !== undefined && <Row title="Self, comparison" facts={right.self} />}
          </tbody>
        </table>
      </div>
    </Portal>
  );
}

function Row({ title, facts }: { readonly title: string; readonly facts: ValueFacts }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td>{facts.value}</td>
      <td>{facts.ofProfile}</td>
      {facts.ofParent !== undefined && <td>{facts.ofParent}</td>}
      {facts.ofFocus !== undefined && <td>{facts.ofFocus}</td>}
    </tr>
  );
}

/** CSS pixels between the pointer and the tooltip. */
const DISTANCE = 14;

/**
 * Puts the tooltip beside the pointer, on the side where the window has more room. It is anchored by the near corner,
 * so that its size need not be measured, which would lay out the page at every movement.
 */
export function placeTooltip(element: HTMLElement, clientX: number, clientY: number) {
  const { innerWidth, innerHeight } = window;
  const isRight = clientX < innerWidth / 2;
  const isBelow = clientY < innerHeight * 0.6;
  const { style } = element;
  style.left = isRight ? `${clientX + DISTANCE}px` : 'auto';
  style.right = isRight ? 'auto' : `${innerWidth - clientX + DISTANCE}px`;
  style.top = isBelow ? `${clientY + DISTANCE}px` : 'auto';
  style.bottom = isBelow ? 'auto' : `${innerHeight - clientY + DISTANCE}px`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  layer: css({ pointerEvents: 'none' }),
  tooltip: css({
    position: 'fixed',
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
