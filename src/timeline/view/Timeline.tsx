import { css } from '@emotion/css';
import { useId, useMemo, useState } from 'react';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { annotationsAt } from '../layout/annotationPlaces';
import { exemplarAt, exemplarsOfStep, type TimelineExemplar } from '../layout/exemplarPlaces';
import { hoverPoints, hoverTimes } from '../layout/hoverPoints';
import { legendSize, type LegendEntry } from '../layout/legendSize';
import { timeToX, valueToY, type PlotArea } from '../layout/plotArea';
import { restLast } from '../layout/restLast';
import { seriesStats } from '../layout/seriesStats';
import { stackSeries } from '../layout/stackSeries';
import { stepOfSeries } from '../layout/stepOfSeries';
import { timelineScene } from '../layout/timelineScene';
import type { TimelineSeries } from '../layout/timelineSeries';
import { canvasTimelineRenderer } from '../render/canvasTimelineRenderer';
import { measureAxisText } from '../render/measureAxisText';
import { ExemplarMark } from './ExemplarMark';
import { ExemplarParts } from './ExemplarParts';
import { PlotBox } from './PlotBox';
import { PlotTooltip } from './PlotTooltip';
import { Spoken } from './Spoken';
import { spokenTimeline, timelineHelp } from './spokenTimeline';
import { TimelineCrosshair } from './TimelineCrosshair';
import { TimelineLegend } from './TimelineLegend';
import type { TimelineProps } from './timelineProps';
import { TimelineTooltip } from './TimelineTooltip';
import { useLoadedFonts } from './useLoadedFonts';
import { usePlotInteraction, type PlotPointer } from './usePlotInteraction';

const NONE: readonly never[] = [];
const NONE_HIDDEN: ReadonlySet<string> = new Set();
/** How far from a point a pointer still means it, in CSS pixels, where points are further apart than their steps. */
const POINTER_REACH = 8;

/**
 * Time series with a range that can be selected: a drag selects whole steps, its edges can be dragged afterwards, a
 * click or Escape gives it up; arrows move a cursor, with Shift they select. Single profiles lie upon the lines as
 * marks that can be opened, annotations as lines and stretches.
 */
export function Timeline(props: TimelineProps) {
  const { span, selection, onSelect, width, height, label, formats, formatTime, formatSpan, onExemplar } = props;
  const { annotations = NONE, exemplars = NONE, stacking = false } = props;
  const styles = useStyles2(getStyles);
  const { colors, typography } = useTheme2();
  const helpId = useId();
  const [ownHidden, setOwnHidden] = useState<ReadonlySet<string>>(NONE_HIDDEN);

  const neutral = colors.text.disabled;
  const series = useMemo(() => restLast(props.series, neutral), [props.series, neutral]);
  // Names may come from another time, when there were others beside them.
  const chosenHidden = props.hidden ?? ownHidden;
  const hidden = series.every(({ name }) => chosenHidden.has(name)) ? NONE_HIDDEN : chosenHidden;
  const visible = useMemo(() => series.filter(({ name }) => !hidden.has(name)), [series, hidden]);
  const drawn = useMemo(() => (stacking ? stackSeries(visible) : visible), [stacking, visible]);
  const loadedFonts = useLoadedFonts();
  const measure = useMemo(
    () => measureAxisText(typography.fontFamily, loadedFonts),
    [typography.fontFamily, loadedFonts]
  );
  const entries = useMemo(() => series.map((one) => legendEntry(one, formats.value)), [series, formats]);
  const legend = legendSize(width, height, entries, measure);
  const canvasHeight = height - legend.height;
  const scene = useMemo(
    () => timelineScene(drawn, { span, width, height: canvasHeight, formats, measure }, { annotations, exemplars }),
    [drawn, span, width, canvasHeight, formats, measure, annotations, exemplars]
  );
  const { plot } = scene;

  const stops = useMemo(() => {
    let times: Float64Array | undefined;
    const beginnings = () => scene.annotations.flatMap((place) => (place.beginsInside ? [place.annotation.time] : []));
    return () => (times ??= hoverTimes(visible, beginnings()));
  }, [visible, scene]);
  const exemplarsAt = (time: number) => exemplarsOfStep(exemplars, time, longestStep(visible));
  const markAt = (pointer: PlotPointer) => {
    const mark = exemplarAt(scene.exemplars, pointer);
    return mark < 0 ? undefined : exemplars[scene.exemplars.index[mark]];
  };
  const open = (exemplar: TimelineExemplar | undefined) => {
    if (exemplar === undefined || onExemplar === undefined) {
      return false;
    }
    onExemplar(exemplar);
    return true;
  };

  const interaction = usePlotInteraction({
    plot,
    grids: visible,
    stops,
    selection,
    onSelect,
    onHover: props.onHover,
    countAt: (time) => exemplarsAt(time).length,
    onEnter: (time, chosen) => open(exemplarsAt(time)[chosen]),
    onClick: (pointer) => open(markAt(pointer)),
  });
  const { pointer, time, cursor, chosen, draft } = interaction;
  const reach = pointer === undefined ? 0 : reachOf(plot);
  const hover = useMemo(
    () => (time === undefined ? undefined : hoverPoints(visible, time, reach)),
    [visible, time, reach]
  );
  const atCursor = cursor === undefined ? NONE : exemplarsAt(cursor);
  const exemplar = draft !== undefined ? undefined : pointer === undefined ? atCursor[chosen] : markAt(pointer);
  const happened = time === undefined ? NONE : annotationsAt(scene.annotations, timeToX(plot, time));
  const writeExemplar = (one: TimelineExemplar) => one.valueText ?? formats.value(one.value);

  const shownTime = exemplar?.time ?? hover?.time;
  const tooltipAt =
    shownTime === undefined || draft !== undefined ? undefined : interaction.tooltipPlace(shownTime, plot.top);
  const crosshairTime = shownTime ?? props.sharedTime;
  return (
    <div className={styles.all} style={{ width, height }}>
      <PlotBox
        scene={scene}
        createRenderer={canvasTimelineRenderer}
        interaction={interaction}
        {...{ selection, width, label, formatSpan, helpId }}
        height={canvasHeight}
        kind="timeline"
        opensSomething={exemplar !== undefined && onExemplar !== undefined}
      >
        {crosshairTime !== undefined && (
          <TimelineCrosshair
            plot={plot}
            time={crosshairTime}
            series={drawn}
            hover={exemplar === undefined ? hover : undefined}
          />
        )}
        {exemplar !== undefined && <ExemplarMark x={timeToX(plot, exemplar.time)} y={valueToY(plot, exemplar.value)} />}
      </PlotBox>
      {tooltipAt !== undefined &&
        (exemplar !== undefined ? (
          <PlotTooltip at={tooltipAt} title={formatTime(exemplar.time)}>
            <ExemplarParts
              exemplar={exemplar}
              value={writeExemplar(exemplar)}
              hint={onExemplar && `${pointer === undefined ? 'Enter' : 'Click'} shows its flame graph`}
            />
          </PlotTooltip>
        ) : (
          hover !== undefined && (
            <TimelineTooltip
              series={visible}
              hover={hover}
              annotations={happened}
              at={tooltipAt}
              formatTime={formatTime}
              formatSpan={formatSpan}
              formatValue={formats.value}
            />
          )
        ))}
      {legend.height > 0 && (
        <TimelineLegend
          {...{ series, entries, hidden }}
          size={legend}
          onHiddenChange={props.onHiddenChange ?? setOwnHidden}
        />
      )}
      <Spoken
        helpId={helpId}
        help={timelineHelp(series, onSelect !== undefined)}
        status={spokenTimeline({
          series: visible,
          hover: cursor === undefined ? undefined : hover,
          annotations: cursor === undefined ? NONE : happened,
          exemplars: atCursor,
          chosen,
          selection: interaction.spokenSelection,
          write: { value: formats.value, exemplar: writeExemplar, time: formatTime, span: formatSpan },
        })}
      />
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

function longestStep(series: readonly TimelineSeries[]): number {
  return series.reduce((longest, one) => Math.max(longest, stepOfSeries(one)), 0);
}

/** Milliseconds that the pointer's reach covers. */
function reachOf({ span, width }: PlotArea): number {
  return width > 0 ? (POINTER_REACH / width) * (span.to - span.from) : 0;
}

const getStyles = () => ({ all: css({ position: 'relative' }) });
