import { css } from '@emotion/css';
import { useId, useMemo, useRef, useState, type PointerEvent } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { hoverPoints, isPartialPoint, type HoverPoints } from '../layout/hoverPoints';
import { legendSize, type LegendEntry } from '../layout/legendSize';
import { timeToX, xToTime } from '../layout/plotArea';
import { seriesStats } from '../layout/seriesStats';
import { timelineScene } from '../layout/timelineScene';
import type { TimelineSeries } from '../layout/timelineSeries';
import { measureAxisText } from '../render/measureAxisText';
import { TimelineCanvas } from './TimelineCanvas';
import { TimelineCrosshair } from './TimelineCrosshair';
import { TimelineLegend } from './TimelineLegend';
import type { TimelineProps } from './timelineProps';
import { TimelineSelection } from './TimelineSelection';
import { TimelineTooltip } from './TimelineTooltip';
import { useBrush } from './useBrush';
import { useKeyboardCursor } from './useKeyboardCursor';
import { useLoadedFonts } from './useLoadedFonts';

/**
 * Time series with a range that can be selected: a drag selects whole steps, its edges can be dragged afterwards, a
 * click or Escape gives it up; arrows move a cursor, with Shift they select.
 */
export function Timeline(props: TimelineProps) {
  const { series, span, selection, onSelect, width, height, label, formats, formatTime, formatSpan } = props;
  const styles = useStyles2(getStyles);
  const { fontFamily } = useTheme2().typography;
  const helpId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [pointer, setPointer] = useState<{ x: number; clientX: number; clientY: number }>();

  const visible = useMemo(() => series.filter(({ name }) => !hidden.has(name)), [series, hidden]);
  const loadedFonts = useLoadedFonts();
  const measure = useMemo(() => measureAxisText(fontFamily, loadedFonts), [fontFamily, loadedFonts]);
  const entries = useMemo(() => series.map((one) => legendEntry(one, formats.value)), [series, formats]);
  const legend = legendSize(width, height, entries, measure);
  const canvasHeight = height - legend.height;
  const scene = useMemo(
    () => timelineScene(visible, span, width, canvasHeight, formats, measure),
    [visible, span, width, canvasHeight, formats, measure]
  );
  const { plot } = scene;

  const brush = useBrush({ plot, series: visible, selection, onSelect });
  const keyboard = useKeyboardCursor({ series: visible, span, selection, onSelect });
  const draft = brush.draft ?? keyboard.draft;
  const time = pointer === undefined ? keyboard.cursor : xToTime(plot, pointer.x);
  const hover = useMemo(() => (time === undefined ? undefined : hoverPoints(visible, time)), [visible, time]);

  function movePointer(event: PointerEvent) {
    brush.handlers.onPointerMove(event);
    const x = event.clientX - event.currentTarget.getBoundingClientRect().left;
    setPointer({ x, clientX: event.clientX, clientY: event.clientY });
    props.onHover?.(xToTime(plot, x));
  }

  function leave() {
    setPointer(undefined);
    props.onHover?.(undefined);
  }

  const tooltipAt =
    pointer ?? (hover === undefined ? undefined : cursorPlace(box.current, timeToX(plot, hover.time), plot.top));
  const shownSpan = draft ?? selection;
  const crosshairTime = hover?.time ?? props.sharedTime;
  return (
    <div className={styles.all} style={{ width, height }}>
      <div
        ref={box}
        className={styles.plot}
        style={{ height: canvasHeight }}
        role="application"
        aria-roledescription="timeline"
        aria-label={label}
        aria-describedby={helpId}
        tabIndex={0}
        {...keyboard.handlers}
        {...brush.handlers}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && brush.draft !== undefined) {
            brush.cancel();
            event.stopPropagation();
          } else {
            setPointer(undefined);
            keyboard.handlers.onKeyDown(event);
          }
        }}
        onPointerMove={movePointer}
        onPointerLeave={leave}
      >
        <TimelineCanvas scene={scene} width={width} height={canvasHeight} />
        {shownSpan !== undefined && (
          <TimelineSelection
            plot={plot}
            span={shownSpan}
            caption={draft === undefined ? undefined : formatSpan(brush.snap(draft))}
          />
        )}
        {crosshairTime !== undefined && (
          <TimelineCrosshair plot={plot} time={crosshairTime} series={visible} hover={hover} />
        )}
      </div>
      {hover !== undefined && tooltipAt !== undefined && draft === undefined && (
        <TimelineTooltip
          series={visible}
          hover={hover}
          x={tooltipAt.clientX}
          y={tooltipAt.clientY}
          formatTime={formatTime}
          formatValue={formats.value}
        />
      )}
      {legend.height > 0 && (
        <TimelineLegend series={series} entries={entries} size={legend} hidden={hidden} onHiddenChange={setHidden} />
      )}
      <div id={helpId} className={styles.spoken}>
        {help(series, onSelect !== undefined)}
      </div>
      <div className={styles.spoken} role="status">
        {announcement(props, visible, keyboard.cursor === undefined ? undefined : hover, keyboard.draft ?? selection)}
      </div>
    </div>
  );
}

function legendEntry(series: TimelineSeries, format: (value: number) => string): LegendEntry {
  const stats = seriesStats(series);
  const figures =
    stats === undefined
      ? []
      : [`Last: ${format(stats.last)}`, `Mean: ${format(stats.mean)}`, `Max: ${format(stats.max)}`];
  return { name: series.name, figures };
}

function cursorPlace(box: HTMLElement | null, x: number, y: number) {
  const rect = box?.getBoundingClientRect();
  return rect === undefined ? undefined : { clientX: rect.left + x, clientY: rect.top + y };
}

function help(series: readonly TimelineSeries[], canSelect: boolean): string {
  const names = series.map(({ name }) => name).join(', ');
  const select = canSelect ? ' Shift and arrow keys select a range, Escape gives it up.' : '';
  return `Time series of ${names || 'nothing'}. Arrow keys move from point to point.${select}`;
}

function announcement(
  { formats, formatTime, formatSpan }: TimelineProps,
  series: readonly TimelineSeries[],
  hover: HoverPoints | undefined,
  selection: TimelineProps['selection']
): string {
  const sentences: string[] = [];
  if (hover !== undefined) {
    const values = series.flatMap((one, i) => {
      const point = hover.points[i];
      return point < 0
        ? []
        : [`${one.name} ${formats.value(one.values[point])}${isPartialPoint(one, point) ? ', partial step' : ''}`];
    });
    sentences.push(`${formatTime(hover.time)}: ${values.join('; ')}.`);
  }
  if (selection !== undefined) {
    sentences.push(`Selected ${formatSpan(selection)}.`);
  }
  return sentences.join(' ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  all: css({ position: 'relative' }),
  spoken: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
  plot: css({
    position: 'relative',
    cursor: 'crosshair',
    userSelect: 'none',
    // A finger that moves sideways selects; up and down it scrolls the page.
    touchAction: 'pan-y',
    '&:focus-visible': {
      outline: `2px solid ${theme.colors.primary.main}`,
      outlineOffset: 1,
      borderRadius: theme.shape.radius.default,
    },
  }),
});
