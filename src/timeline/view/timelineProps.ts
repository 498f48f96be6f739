import type { TimelineSeries } from '../layout/timelineSeries';
import type { PlotProps } from './plotProps';

export interface TimelineProps extends PlotProps {
  readonly series: readonly TimelineSeries[];
  /** Whether series lie upon each other, the first at the bottom, as what they add up to. */
  readonly stacking?: boolean;
  /** Names of the series that are not drawn, in the owner's hands. Absent: in the timeline's own. */
  readonly hidden?: ReadonlySet<string>;
  readonly onHiddenChange?: (hidden: ReadonlySet<string>) => void;
}
