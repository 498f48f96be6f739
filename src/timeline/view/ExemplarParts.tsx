import type { TimelineExemplar } from '../layout/exemplarPlaces';
import { TooltipPart, TooltipRow, TooltipText } from './PlotTooltip';

/** Labels beyond this are told by the flame graph that a click leads to. */
const MOST_LABELS = 8;

interface ExemplarPartsProps {
  readonly exemplar: TimelineExemplar;
  /** Its value in words. */
  readonly value: string;
  /** "Click to see its flame graph"; absent where it can only be read. */
  readonly hint: string | undefined;
}

/** One profile or span, as parts of a tooltip. */
export function ExemplarParts({ exemplar, value, hint }: ExemplarPartsProps) {
  const { labels } = exemplar;
  return (
    <>
      <TooltipPart>
        <TooltipRow name={exemplar.spanId === undefined ? 'Profile' : 'Span'} value={value} />
        {idsOf(exemplar).map(([name, id]) => (
          <TooltipRow key={name} name={name} value={id} />
        ))}
        {labels.slice(0, MOST_LABELS).map((label) => (
          <TooltipRow key={label.name} name={label.name} value={label.value} />
        ))}
        {labels.length > MOST_LABELS && <TooltipText>and {labels.length - MOST_LABELS} more labels</TooltipText>}
      </TooltipPart>
      {hint !== undefined && (
        <TooltipPart>
          <TooltipText>{hint}</TooltipText>
        </TooltipPart>
      )}
    </>
  );
}

function idsOf({ profileId, spanId, traceId }: TimelineExemplar): Array<[string, string]> {
  const ids: Array<[string, string | undefined]> = [
    ['Profile id', profileId],
    ['Span id', spanId],
    ['Trace id', traceId],
  ];
  return ids.flatMap(([name, id]): Array<[string, string]> => (id === undefined ? [] : [[name, id]]));
}
