import { timeToX, type PlotArea } from './plotArea';

/** Something that happened at a moment, or over a stretch of time. All texts are plain text. */
export interface TimelineAnnotation {
  /** Milliseconds since the epoch. */
  readonly time: number;
  /** End of a stretch of time. Absent: a moment. */
  readonly timeEnd?: number;
  readonly title?: string;
  readonly text: string;
  readonly tags?: readonly string[];
  /** Any CSS colour. Absent: that of all annotations that have none. */
  readonly colour?: string;
}

/** Where an annotation is drawn, in CSS pixels; `left` and `right` are the same for a moment. */
export interface AnnotationPlace {
  readonly annotation: TimelineAnnotation;
  readonly left: number;
  readonly right: number;
  /** Whether a side is where the annotation ends, and not just where the plot does. */
  readonly beginsInside: boolean;
  readonly endsInside: boolean;
}

/** Reach of an annotation's line to either side, in CSS pixels. */
const REACH = 5;

/** Places of the annotations that the plot's time has a part in, by their beginning. */
export function placeAnnotations(annotations: readonly TimelineAnnotation[], plot: PlotArea): AnnotationPlace[] {
  const { from, to } = plot.span;
  return annotations
    .filter(({ time, timeEnd = time }) => timeEnd >= from && time <= to)
    .sort((a, b) => a.time - b.time)
    .map((annotation) => {
      const { time, timeEnd = time } = annotation;
      return {
        annotation,
        left: timeToX(plot, Math.max(from, time)),
        right: timeToX(plot, Math.min(to, Math.max(time, timeEnd))),
        beginsInside: time >= from,
        endsInside: timeEnd <= to,
      };
    });
}

/** What happened at a pixel column: stretches that it lies in, and moments in reach. */
export function annotationsAt(places: readonly AnnotationPlace[], x: number): TimelineAnnotation[] {
  return places
    .filter(({ left, right }) => x >= left - REACH && x <= right + REACH)
    .map(({ annotation }) => annotation);
}
