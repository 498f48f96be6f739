import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, SeriesIcon, useStyles2, VizTooltipContainer } from '@grafana/ui';

interface PlotTooltipProps {
  /** Where it points, in CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly title: string;
  readonly children: ReactNode;
}

/** A tooltip that looks like those of Grafana's own panels. For the eyes only: a live region says the same in words. */
export function PlotTooltip({ at, title, children }: PlotTooltipProps) {
  const styles = useStyles2(getStyles);
  return (
    <Portal>
      <VizTooltipContainer position={at} offset={{ x: 12, y: 12 }} className={styles.container} aria-hidden>
        <div className={styles.title}>{title}</div>
        {children}
      </VizTooltipContainer>
    </Portal>
  );
}

/** A part of a tooltip, divided from what stands above it. */
export function TooltipPart({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles2(getStyles).part}>{children}</div>;
}

interface TooltipRowProps {
  /** Any CSS colour: that of the thing that is named. */
  readonly colour?: string;
  readonly name: string;
  readonly value: string;
  /** A word of warning between name and value. */
  readonly flag?: string;
}

export function TooltipRow({ colour, name, value, flag }: TooltipRowProps) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.row}>
      {colour !== undefined && <SeriesIcon color={colour} className={styles.icon} />}
      <span className={styles.name}>{name}</span>
      {flag !== undefined && <span className={styles.flag}>{flag}</span>}
      <span className={styles.value}>{value}</span>
    </div>
  );
}

export function TooltipText({ children }: { readonly children: ReactNode }) {
  return <div className={useStyles2(getStyles).text}>{children}</div>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  container: css({ padding: 0, fontSize: theme.typography.bodySmall.fontSize, maxWidth: 400 }),
  title: css({ padding: theme.spacing(1), lineHeight: 1, fontWeight: theme.typography.fontWeightMedium }),
  part: css({
    display: 'flex',
    flexDirection: 'column',
    gap: 2,
    padding: theme.spacing(1),
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
  row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.75) }),
  // Grafana 12.2 gives the icon a margin of its own.
  icon: css({ flexShrink: 0, marginRight: 0 }),
  name: css({
    flexGrow: 1,
    minWidth: 40,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
  }),
  flag: css({ color: theme.colors.warning.text, whiteSpace: 'nowrap' }),
  value: css({
    flexShrink: 0,
    maxWidth: 280,
    marginLeft: theme.spacing(1.5),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    fontWeight: theme.typography.fontWeightMedium,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  }),
  text: css({ color: theme.colors.text.secondary, overflowWrap: 'anywhere' }),
});
