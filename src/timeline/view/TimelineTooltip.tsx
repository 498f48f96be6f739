import type { TimeSpan } from '../../base/units';
import type { TimelineAnnotation } from '../layout/annotationPlaces';
import { partialEnd, type HoverPoints } from '../layout/hoverPoints';
import type { TimelineSeries } from '../layout/timelineSeries';
import { AnnotationParts } from './AnnotationParts';
import { partialNote } from './partialNote';
import { PlotTooltip, TooltipPart, TooltipRow, TooltipText } from './PlotTooltip';

/** Rows beyond this would cover the picture that they explain. */
const MOST_ROWS = 12;

interface TimelineTooltipProps {
  readonly series: readonly TimelineSeries[];
  readonly hover: HoverPoints;
  readonly annotations: readonly TimelineAnnotation[];
  /** Where it points, in CSS pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly formatTime: (time: number) => string;
  readonly formatSpan: (span: TimeSpan) => string;
  readonly formatValue: (value: number) => string;
}

/** All series at one moment, the largest first but what a limit left out last, and what happened then. */
export function TimelineTooltip(props: TimelineTooltipProps) {
  const { series, hover, annotations, at, formatTime, formatSpan, formatValue } = props;
  const rows = series
    .map((one, i) => ({ one, point: hover.points[i], partial: partialEnd(one, hover.points[i]) }))
    .filter(({ point }) => point >= 0)
    .sort((a, b) => isRest(a.one) - isRest(b.one) || b.one.values[b.point] - a.one.values[a.point]);
  const partial = rows.find((row) => row.partial !== undefined)?.partial;
  const isPartialForAll = rows.every((row) => row.partial !== undefined);
  return (
    <PlotTooltip at={at} title={formatTime(hover.time)}>
      <TooltipPart>
        {rows.length === 0 && <TooltipText>No data</TooltipText>}
        {rows.slice(0, MOST_ROWS).map(({ one, point, partial: end }, i) => (
          <TooltipRow
            key={i}
            colour={one.colour}
            name={one.name}
            flag={end === undefined || isPartialForAll ? undefined : 'partial step'}
            value={formatValue(one.values[point])}
          />
        ))}
        {rows.length > MOST_ROWS && <TooltipText>and {rows.length - MOST_ROWS} more</TooltipText>}
        {partial !== undefined && <TooltipText>{partialNote(partial)}</TooltipText>}
      </TooltipPart>
      <AnnotationParts annotations={annotations} formatTime={formatTime} formatSpan={formatSpan} />
    </PlotTooltip>
  );
}

function isRest(series: TimelineSeries): number {
  return series.isRest === true ? 1 : 0;
}
