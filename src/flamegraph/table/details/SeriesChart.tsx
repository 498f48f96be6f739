import { css } from '@emotion/css';
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { FunctionSeries } from '../../../profile/profileSource';
import { largestOf, linePath, nearestPoint, xOf } from './seriesPath';

/** CSS pixels. */
const HEIGHT = 96;

interface SeriesChartProps {
  readonly series: FunctionSeries;
  /** CSS pixels. */
  readonly width: number;
  readonly format: (value: number) => string;
  /** Milliseconds since the Unix epoch -> text. */
  readonly formatTime: (time: number) => string;
}

/** Self and total of a function over time, with the point under the pointer, or under the keyboard, in words. */
export function SeriesChart({ series, width, format, formatTime }: SeriesChartProps) {
  const styles = useStyles2(getStyles);
  const { timestamps, self, total } = series;
  const most = largestOf(self, total);
  const scale = { width, height: HEIGHT, most };
  const last = timestamps.length - 1;
  const peak = total.findIndex((value) => value === most);
  const [point, setPoint] = useState<number>();
  const told = point ?? Math.max(0, peak);
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) =>
    setPoint(nearestPoint(timestamps, event.clientX - event.currentTarget.getBoundingClientRect().left, width));
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowLeft: told - 1, ArrowRight: told + 1, Home: 0, End: last };
    const next = steps[event.key];
    if (next !== undefined) {
      setPoint(Math.max(0, Math.min(last, next)));
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const line = linePath(timestamps, total, scale);
  return (
    <div>
      <div className={styles.legend}>
        <span className={styles.total}>Total {format(total[told])}</span>
        <span className={styles.self}>Self {format(self[told])}</span>
        <span className={styles.time}>{formatTime(timestamps[told])}</span>
      </div>
      <svg
        role="slider"
        tabIndex={0}
        aria-label="Function over time"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={told}
        aria-valuetext={`${formatTime(timestamps[told])}: total ${format(total[told])}, self ${format(self[told])}`}
        className={styles.chart}
        width={width}
        height={HEIGHT + 1}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setPoint(undefined)}
        onKeyDown={onKeyDown}
      >
        {[0, 0.5, 1].map((part) => (
          <line
            key={part}
            className={styles.grid}
            x1={0}
            x2={width}
            y1={HEIGHT * part + 0.5}
            y2={HEIGHT * part + 0.5}
          />
        ))}
        {!line.slice(1).includes('M') && last > 0 && (
          <path className={styles.area} d={`${line}L${width} ${HEIGHT}L0 ${HEIGHT}Z`} />
        )}
        <path className={styles.totalLine} d={line} />
        <path className={styles.selfLine} d={linePath(timestamps, self, scale)} />
        {point !== undefined && (
          <line
            className={styles.mark}
            x1={xOf(timestamps, told, width)}
            x2={xOf(timestamps, told, width)}
            y1={0}
            y2={HEIGHT}
          />
        )}
      </svg>
      <div className={styles.ends}>
        <span>{formatTime(timestamps[0])}</span>
        <span>at most {format(most)}</span>
        <span>{formatTime(timestamps[last])}</span>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const total = theme.visualization.getColorByName('blue');
  const self = theme.visualization.getColorByName('orange');
  const key = (colour: string) => ({
    '&::before': {
      content: '""',
      display: 'inline-block',
      width: 12,
      height: 3,
      marginRight: theme.spacing(0.5),
      verticalAlign: 'middle',
      borderRadius: 2,
      background: colour,
    },
  });
  const line = { fill: 'none', strokeWidth: 1.5, strokeLinejoin: 'round' } as const;
  return {
    legend: css({
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(0, 1.5),
      fontSize: theme.typography.bodySmall.fontSize,
      fontVariantNumeric: 'tabular-nums',
    }),
    total: css(key(total)),
    self: css(key(self)),
    time: css({ marginLeft: 'auto', color: theme.colors.text.secondary }),
    chart: css({
      display: 'block',
      marginTop: theme.spacing(0.5),
      overflow: 'visible',
      '&:focus-visible': { outline: `2px solid ${theme.colors.primary.border}`, outlineOffset: 2 },
    }),
    grid: css({ stroke: theme.colors.border.weak }),
    area: css({ fill: total, opacity: 0.12 }),
    totalLine: css({ ...line, stroke: total }),
    selfLine: css({ ...line, stroke: self }),
    mark: css({ stroke: theme.colors.text.secondary, strokeDasharray: '2 2' }),
    ends: css({
      display: 'flex',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginTop: theme.spacing(0.25),
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
  };
};
