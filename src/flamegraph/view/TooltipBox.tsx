import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2 } from '@grafana/ui';
import type { ElementRef } from './elementRef';

interface TooltipBoxProps {
  readonly element: ElementRef<HTMLDivElement>;
  readonly isComparison: boolean;
  readonly isBottomUp: boolean;
  /** Whether there is a focus to have a part of. */
  readonly hasFocus: boolean;
}

/** The frame of a tooltip, hidden and without its texts: each element that gets one says which in `data-fact`. */
export function TooltipBox({ element, isComparison, isBottomUp, hasFocus }: TooltipBoxProps) {
  const styles = useStyles2(getStyles);
  const columns = hasFocus ? TOOLTIP_COLUMNS : COLUMNS;
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
        {isComparison && <div className={styles.change} data-fact="change" />}
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              <th scope="col">Value</th>
              <th scope="col">of profile</th>
              <th scope="col">{isBottomUp ? 'of callee' : 'of caller'}</th>
              {hasFocus && <th scope="col">of focus</th>}
            </tr>
          </thead>
          <tbody>
            <Row title={isComparison ? `${total}, baseline` : total} side="left" value="total" columns={columns} />
            {isComparison && <Row title={`${total}, comparison`} side="right" value="total" columns={columns} />}
            {isComparison && (
              <tr>
                <th scope="row">Change</th>
                <td data-fact="change value" />
                <td data-fact="change share" />
              </tr>
            )}
            {!isBottomUp && (
              <Row title={isComparison ? 'Self, baseline' : 'Self'} side="left" value="self" columns={columns} />
            )}
            {!isBottomUp && isComparison && (
              <Row title="Self, comparison" side="right" value="self" columns={columns} />
            )}
          </tbody>
        </table>
      </div>
    </Portal>
  );
}

const COLUMNS = ['value', 'ofProfile', 'ofParent'] as const;
export const TOOLTIP_COLUMNS = [...COLUMNS, 'ofFocus'] as const;

interface RowProps {
  readonly title: string;
  readonly side: 'left' | 'right';
  readonly value: 'total' | 'self';
  readonly columns: typeof COLUMNS | typeof TOOLTIP_COLUMNS;
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
    maxWidth: 'min(480px, 94vw)',
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
