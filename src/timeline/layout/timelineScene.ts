import { placeAnnotations, type AnnotationPlace, type TimelineAnnotation } from './annotationPlaces';
import { placeExemplars, type ExemplarPlaces, type TimelineExemplar } from './exemplarPlaces';
import { plotFrame, type PlotFrame, type PlotSpace } from './plotFrame';
import { seriesPath, type SeriesPath } from './seriesPath';
import type { DrawnSeries } from './stackSeries';
import { valueRange } from './valueRange';

/** All that is drawn once until data or size change; in CSS pixels of the timeline's canvas. */
export interface TimelineScene extends PlotFrame {
  readonly paths: readonly SeriesPath[];
  /**
   * True where the area between line and zero is tinted: with one series, because more would hide each other, and with
   * zero in sight, because the area would show a wrong share else.
   */
  readonly filled: boolean;
  readonly annotations: readonly AnnotationPlace[];
  readonly exemplars: ExemplarPlaces;
}

/** What lies upon the lines. */
export interface TimelineMarks {
  readonly annotations: readonly TimelineAnnotation[];
  readonly exemplars: readonly TimelineExemplar[];
}

const NO_MARKS: TimelineMarks = { annotations: [], exemplars: [] };
const ZERO = { values: Float64Array.of(0) };

/** Lays a timeline out. */
export function timelineScene(
  series: readonly DrawnSeries[],
  space: PlotSpace,
  { annotations, exemplars }: TimelineMarks = NO_MARKS
): TimelineScene {
  const lines = series.map(({ tops, values }) => ({ values: tops ?? values }));
  const isStacked = series.some(({ floors }) => floors !== undefined);
  const marks = { values: Float64Array.from(exemplars, ({ value }) => value) };
  const frame = plotFrame(valueRange([...lines, marks, ...(isStacked ? [ZERO] : [])]), space);
  const { values } = frame.plot;
  return {
    ...frame,
    paths: series.map((one) => seriesPath(one, frame.plot)),
    filled: series.length === 1 && values.low <= 0 && values.high >= 0,
    annotations: placeAnnotations(annotations, frame.plot),
    exemplars: placeExemplars(exemplars, frame.plot),
  };
}
