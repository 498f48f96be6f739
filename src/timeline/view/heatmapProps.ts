import type { HeatmapCells } from '../layout/heatmapCells';
import type { PlotProps } from './plotProps';

/** `formats` write the values of the buckets. Exemplars stand in the cells, their values in the same unit. */
export interface HeatmapProps extends PlotProps {
  /** Keep the object the same from render to render. */
  readonly cells: HeatmapCells;
  /** What is counted. */
  readonly counted: 'profiles' | 'spans';
  readonly formatCount: (count: number) => string;
}
