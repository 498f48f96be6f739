/* Imported before the panel: its plots are then stand-ins. */
import type { HeatmapProps } from '../../timeline/view/heatmapProps';
import type { TimelineProps } from '../../timeline/view/timelineProps';
import type * as StandInModule from './StandInPlot';

type StandIn = typeof StandInModule;

jest.mock('../../timeline/view/Timeline', () => {
  const { StandInPlot } = jest.requireActual<StandIn>('./StandInPlot');
  return {
    Timeline: (props: TimelineProps) => (
      <StandInPlot kind={props.stacking ? 'stacked timeline' : 'timeline'} {...props} />
    ),
  };
});
jest.mock('../../timeline/view/Heatmap', () => {
  const { StandInPlot } = jest.requireActual<StandIn>('./StandInPlot');
  return { Heatmap: (props: HeatmapProps) => <StandInPlot kind="heatmap" {...props} /> };
});
