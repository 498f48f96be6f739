import type { DataFrame, EventBus, TimeZone } from '@grafana/data';
import type { TimeSpan } from '../base/units';
import type { TimelineExemplar } from '../timeline/layout/exemplarPlaces';

/** What a panel's user has chosen to see over time. Plain JSON; absent fields are as they are at first. */
export interface PlotChoice {
  /** Where there are both. Absent: the series. */
  readonly kind?: 'heatmap';
  /** Names of series that are not drawn. */
  readonly hidden?: readonly string[];
}

/** What a plot of the panel needs besides its data, whether it shows series or a heatmap. */
export interface PlotProps {
  /** `panelData.annotations`: single profiles of the same query, and what happened meanwhile. */
  readonly marks: readonly DataFrame[];
  /** What the selection is compared with; keep the list the same from render to render. */
  readonly baseline: readonly TimeSpan[];
  readonly span: TimeSpan;
  readonly selection: TimeSpan | undefined;
  /** Absent: a drag does nothing. */
  readonly onSelect: ((selection: TimeSpan | undefined) => void) | undefined;
  readonly onExemplar: ((exemplar: TimelineExemplar) => void) | undefined;
  readonly timeZone: TimeZone;
  readonly eventBus: EventBus;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}
