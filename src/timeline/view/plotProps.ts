import type { TimeSpan } from '../../base/units';
import type { TimelineAnnotation } from '../layout/annotationPlaces';
import type { TimelineExemplar } from '../layout/exemplarPlaces';
import type { TimelineFormats } from '../layout/plotFrame';

/** What a timeline and a heatmap take alike. */
export interface PlotProps {
  /** What the time axis covers. */
  readonly span: TimeSpan;
  /** The selected range, in the owner's hands. */
  readonly selection?: TimeSpan;
  /** Called with whole steps when a selection has been made or changed, with undefined when it is given up. Absent: nothing can be selected. */
  readonly onSelect?: (selection: TimeSpan | undefined) => void;
  /** Size of all of it, legend included, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** What it shows, for those who cannot see it: "CPU time of checkout". */
  readonly label: string;
  /** How axes, legend and tooltip write values and ticks. Keep the object the same from render to render. */
  readonly formats: TimelineFormats;
  /** A moment, to the second. */
  readonly formatTime: (time: number) => string;
  /** "14:02:10 – 14:04:00 (1m 50s)". */
  readonly formatSpan: (span: TimeSpan) => string;
  /** A moment that something else on the page points at, in milliseconds since the epoch. */
  readonly sharedTime?: number;
  /** Told where the pointer is, in milliseconds since the epoch; undefined when it leaves. */
  readonly onHover?: (time: number | undefined) => void;
  /** What happened meanwhile. Keep the list the same from render to render. */
  readonly annotations?: readonly TimelineAnnotation[];
  /** Single profiles or spans. Keep the list the same from render to render. */
  readonly exemplars?: readonly TimelineExemplar[];
  /** Told which one its user wants to see. Absent: exemplars can be read, and not opened. */
  readonly onExemplar?: (exemplar: TimelineExemplar) => void;
}
