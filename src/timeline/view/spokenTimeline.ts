import type { TimeSpan } from '../../base/units';
import type { TimelineAnnotation } from '../layout/annotationPlaces';
import type { TimelineExemplar } from '../layout/exemplarPlaces';
import { partialEnd, type HoverPoints } from '../layout/hoverPoints';
import type { TimelineSeries } from '../layout/timelineSeries';
import { spokenAnnotations, spokenExemplar, spokenExemplarCount } from './spokenMarks';

interface SpokenTimelineArgs {
  readonly series: readonly TimelineSeries[];
  /** What the cursor is at. */
  readonly hover: HoverPoints | undefined;
  readonly annotations: readonly TimelineAnnotation[];
  readonly exemplars: readonly TimelineExemplar[];
  /** Position in the exemplars; -1 for none. */
  readonly chosen: number;
  readonly selection: TimeSpan | undefined;
  readonly write: {
    readonly value: (value: number) => string;
    readonly exemplar: (exemplar: TimelineExemplar) => string;
    readonly time: (time: number) => string;
    readonly span: (span: TimeSpan) => string;
  };
}

/** What a screen reader hears as the cursor of a timeline moves. */
export function spokenTimeline(args: SpokenTimelineArgs): string {
  const { hover, annotations, exemplars, chosen, selection, write } = args;
  const sentences: string[] = [];
  if (hover !== undefined && exemplars[chosen] !== undefined) {
    sentences.push(`${write.time(exemplars[chosen].time)}:`, spokenExemplar(exemplars, chosen, write.exemplar));
  } else if (hover !== undefined) {
    sentences.push(spokenPoints(hover, args), ...spokenAnnotations(annotations), ...spokenExemplarCount(exemplars));
  }
  if (selection !== undefined) {
    sentences.push(`Selected ${write.span(selection)}.`);
  }
  return sentences.join(' ');
}

function spokenPoints(hover: HoverPoints, { series, write }: SpokenTimelineArgs): string {
  const values = series.flatMap((one, i) => {
    const point = hover.points[i];
    const partial = partialEnd(one, point) === undefined ? '' : ', partial step';
    return point < 0 ? [] : [`${one.name} ${write.value(one.values[point])}${partial}`];
  });
  return `${write.time(hover.time)}: ${values.join('; ') || 'no data'}.`;
}

/** What a screen reader hears when a timeline is reached. */
export function timelineHelp(series: readonly TimelineSeries[], canSelect: boolean): string {
  const names = series.map(({ name }) => name).join(', ');
  const select = canSelect ? ' Shift and arrow keys select a range, Escape gives it up.' : '';
  return `Time series of ${names || 'nothing'}. Arrow keys move from point to point.${select}`;
}
