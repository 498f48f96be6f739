import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { HEAT_LEVELS, heatColours } from '../layout/heatColours';
import { heatShare, type CountRange } from '../layout/heatmapScene';
import { LEGEND_ROW, LEGEND_SIDE, LEGEND_SPACE_ABOVE } from '../layout/legendSize';
import { AXIS } from '../layout/plotFrame';
import { countedNoun } from './countedNoun';

/** CSS pixels that the legend takes below the plot. */
export const HEAT_LEGEND_HEIGHT = LEGEND_SPACE_ABOVE + LEGEND_ROW;

interface HeatLegendProps {
  readonly counts: CountRange;
  /** The count that is pointed at. */
  readonly marked: number | undefined;
  /** "profiles" */
  readonly noun: 'profiles' | 'spans';
  readonly formatCount: (count: number) => string;
}

/** Which colour stands for how many, with a mark at the count that is pointed at. */
export function HeatLegend({ counts, marked, noun, formatCount }: HeatLegendProps) {
  const styles = useStyles2(getStyles);
  const { isDark } = useTheme2();
  const { least, most } = counts;
  if (most === 0) {
    return <div className={styles.legend} />;
  }
  const first = heatShare(least, counts);
  const colours = heatColours(isDark).slice(Math.min(HEAT_LEVELS - 2, Math.round(first * (HEAT_LEVELS - 1))));
  const place = (count: number) => (first < 1 ? (heatShare(count, counts) - first) / (1 - first) : 1);
  return (
    <div
      className={styles.legend}
      role="img"
      aria-label={`Colors: ${formatCount(least)} to ${formatCount(most)} ${noun} a cell`}
    >
      {least < most && <span>{formatCount(least)}</span>}
      <span className={styles.scale} style={{ background: `linear-gradient(to right, ${colours.join(', ')})` }}>
        {marked !== undefined && <span className={styles.mark} style={{ left: `${place(marked) * 100}%` }} />}
      </span>
      <span>
        {formatCount(most)} {countedNoun(most, noun)}
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    height: HEAT_LEGEND_HEIGHT,
    padding: `${LEGEND_SPACE_ABOVE}px ${LEGEND_SIDE}px 0`,
    fontSize: AXIS.fontSize,
    color: theme.colors.text.secondary,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  }),
  scale: css({ position: 'relative', width: 180, minWidth: 40, height: 8, borderRadius: theme.shape.radius.default }),
  mark: css({
    position: 'absolute',
    top: -3,
    width: 3,
    height: 14,
    marginLeft: -1.5,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.text.primary,
    boxShadow: `0 0 0 1px ${theme.colors.background.primary}`,
  }),
});
