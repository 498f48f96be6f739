import { css } from '@emotion/css';
import { useId, useMemo } from 'react';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { annotationsAt } from '../layout/annotationPlaces';
import type { TimelineExemplar } from '../layout/exemplarPlaces';
import { cellAt, cellsOfSlot, exemplarsByCell, slotsOfCells, type CellIndex } from '../layout/heatmapCells';
import { cellRect, heatmapScene } from '../layout/heatmapScene';
import { timeToX, xToTime, yToValue } from '../layout/plotArea';
import { canvasHeatmapRenderer } from '../render/canvasHeatmapRenderer';
import { measureAxisText } from '../render/measureAxisText';
import { CellOutline } from './CellOutline';
import { HEAT_LEGEND_HEIGHT, HeatLegend } from './HeatLegend';
import type { HeatmapProps } from './heatmapProps';
import { HeatmapTooltip } from './HeatmapTooltip';
import { PlotBox } from './PlotBox';
import { Spoken } from './Spoken';
import { heatmapHelp, spokenHeatmap } from './spokenHeatmap';
import { TimelineCrosshair } from './TimelineCrosshair';
import { useLoadedFonts } from './useLoadedFonts';
import { usePlotInteraction, type PlotPointer } from './usePlotInteraction';

const NONE: readonly never[] = [];
/** CSS pixels: below this the plot needs all that there is. */
const LEAST_HEIGHT_FOR_LEGEND = 110;

/**
 * How many profiles, or spans, of which size there were when. A range of time is selected as in a timeline; a click on
 * a cell opens the largest profile or span that is known of it. Arrows left and right walk through the slots of time,
 * down and up through the cells of one, Enter opens.
 */
export function Heatmap(props: HeatmapProps) {
  const { cells, counted, span, selection, onSelect, width, height, label, formats, formatCount } = props;
  const { formatTime, formatSpan, annotations = NONE, exemplars = NONE, onExemplar } = props;
  const styles = useStyles2(getStyles);
  const { fontFamily } = useTheme2().typography;
  const helpId = useId();

  const loadedFonts = useLoadedFonts();
  const measure = useMemo(() => measureAxisText(fontFamily, loadedFonts), [fontFamily, loadedFonts]);
  const hasLegend = height >= LEAST_HEIGHT_FOR_LEGEND;
  const canvasHeight = height - (hasLegend ? HEAT_LEGEND_HEIGHT : 0);
  const scene = useMemo(
    () => heatmapScene(cells, { span, width, height: canvasHeight, formats, measure }, annotations),
    [cells, span, width, canvasHeight, formats, measure, annotations]
  );
  const { plot } = scene;
  const slots = useMemo(() => slotsOfCells(cells), [cells]);
  const grids = useMemo(() => [slots], [slots]);
  const byCell = useMemo(() => exemplarsByCell(cells, exemplars), [cells, exemplars]);

  const pointedCell = ({ x, y }: PlotPointer) => cellAt(cells, xToTime(plot, x), yToValue(plot, y));
  const open = (exemplar: TimelineExemplar | undefined) => {
    if (exemplar === undefined || onExemplar === undefined) {
      return false;
    }
    onExemplar(exemplar);
    return true;
  };
  const interaction = usePlotInteraction({
    plot,
    grids,
    stops: () => slots.timestamps,
    selection,
    onSelect,
    onHover: props.onHover,
    countAt: (time) => cellsOfSlot(cells, time).end - cellsOfSlot(cells, time).start,
    onEnter: (time, chosen) => open(byCell.get(chosenCell(cells, time, chosen))?.[0]),
    onClick: (pointer) => open(byCell.get(pointedCell(pointer))?.[0]),
  });

  const { pointer, time, cursor, chosen, draft } = interaction;
  const cell =
    draft !== undefined
      ? -1
      : pointer !== undefined
        ? pointedCell(pointer)
        : cursor === undefined
          ? -1
          : chosenCell(cells, cursor, chosen);
  const ofCell = byCell.get(cell) ?? NONE;
  const happened = time === undefined ? NONE : annotationsAt(scene.annotations, timeToX(plot, time));
  const rect = cell < 0 ? undefined : cellRect(cells, cell, plot);
  const tooltipAt =
    time === undefined || draft !== undefined ? undefined : interaction.tooltipPlace(time, rect?.top ?? plot.top);
  const crosshairTime = time ?? props.sharedTime;
  const canOpen = ofCell.length > 0 && onExemplar !== undefined;
  const words = { cells, counted, formats, formatCount, formatTime, formatSpan };
  return (
    <div className={styles.all} style={{ width, height }}>
      <PlotBox
        scene={scene}
        createRenderer={canvasHeatmapRenderer}
        interaction={interaction}
        {...{ selection, width, label, formatSpan, helpId }}
        height={canvasHeight}
        kind="heatmap"
        opensSomething={canOpen}
      >
        {crosshairTime !== undefined && <TimelineCrosshair plot={plot} time={crosshairTime} series={NONE} />}
        {rect !== undefined && <CellOutline {...rect} />}
      </PlotBox>
      {tooltipAt !== undefined && time !== undefined && (
        <HeatmapTooltip
          {...words}
          cell={cell}
          time={time}
          exemplars={ofCell}
          annotations={happened}
          at={tooltipAt}
          hint={canOpen ? `${pointer === undefined ? 'Enter' : 'Click'} shows its flame graph` : undefined}
        />
      )}
      {hasLegend && (
        <HeatLegend
          counts={scene.counts}
          marked={cell < 0 ? undefined : cells.counts[cell]}
          noun={counted}
          formatCount={formatCount}
        />
      )}
      <Spoken
        helpId={helpId}
        help={heatmapHelp(counted, onSelect !== undefined)}
        status={spokenHeatmap({
          ...words,
          time: cursor,
          cell: cursor === undefined ? -1 : cell,
          exemplars: ofCell,
          annotations: cursor === undefined ? NONE : happened,
          selection: interaction.spokenSelection,
        })}
      />
    </div>
  );
}

/** The cell that a keyboard chose in a slot, counted from its highest values; -1 for none. */
function chosenCell(cells: HeatmapProps['cells'], time: number, chosen: number): CellIndex {
  const { start, end } = cellsOfSlot(cells, time);
  return chosen < 0 || start === end ? -1 : Math.max(start, end - 1 - chosen);
}

const getStyles = () => ({ all: css({ position: 'relative' }) });
