import { epochMs } from '../../base/units';
import type { TimelineAnnotation } from '../layout/annotationPlaces';
import type { TimelineExemplar } from '../layout/exemplarPlaces';
import { cellsOfSlot, type CellIndex } from '../layout/heatmapCells';
import { AnnotationParts } from './AnnotationParts';
import { countedNoun } from './countedNoun';
import { ExemplarParts } from './ExemplarParts';
import type { HeatmapProps } from './heatmapProps';
import { PlotTooltip, TooltipPart, TooltipRow, TooltipText } from './PlotTooltip';

interface HeatmapTooltipProps extends Pick<
  HeatmapProps,
  'cells' | 'counted' | 'formatCount' | 'formats' | 'formatTime' | 'formatSpan'
> {
  readonly cell: CellIndex;
  /** Milliseconds since the epoch: what is pointed at, where there is no cell. */
  readonly time: number;
  readonly exemplars: readonly TimelineExemplar[];
  readonly annotations: readonly TimelineAnnotation[];
  /** Where it points, in CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  /** "Click shows the flame graph of this profile"; absent where nothing can be opened. */
  readonly hint: string | undefined;
}

/** How many profiles or spans a cell holds, of what time and values, and the largest of them. */
export function HeatmapTooltip(props: HeatmapTooltipProps) {
  const { cells, cell, time, exemplars, annotations, at, hint, formats, formatTime, formatSpan } = props;
  if (cell < 0) {
    return (
      <PlotTooltip at={at} title={formatTime(time)}>
        <TooltipPart>
          <TooltipText>No {props.counted}</TooltipText>
        </TooltipPart>
        <AnnotationParts annotations={annotations} formatTime={formatTime} formatSpan={formatSpan} />
      </PlotTooltip>
    );
  }
  const end = cells.ends[cell];
  const { value } = formats;
  const count = cells.counts[cell];
  return (
    <PlotTooltip at={at} title={formatSpan({ from: epochMs(end - cells.stepMs), to: epochMs(end) })}>
      <TooltipPart>
        <TooltipRow name="Count" value={`${props.formatCount(count)} ${countedNoun(count, props.counted)}`} />
        <TooltipRow name="Each" value={`${value(cells.lows[cell])} – ${value(cells.highs[cell])}`} />
        <TooltipRow name="Share of the slot" value={shareOfSlot(props)} />
      </TooltipPart>
      {exemplars.length > 0 && (
        <ExemplarParts
          exemplar={exemplars[0]}
          value={exemplars[0].valueText ?? value(exemplars[0].value)}
          hint={hint}
        />
      )}
      <AnnotationParts annotations={annotations} formatTime={formatTime} formatSpan={formatSpan} />
    </PlotTooltip>
  );
}

function shareOfSlot({ cells, cell }: HeatmapTooltipProps): string {
  const { start, end } = cellsOfSlot(cells, cells.ends[cell]);
  let all = 0;
  for (let each = start; each < end; each++) {
    all += cells.counts[each];
  }
  const percent = (100 * cells.counts[cell]) / all;
  return `${percent.toFixed(percent < 10 ? 1 : 0)}%`;
}
