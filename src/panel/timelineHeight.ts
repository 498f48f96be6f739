import { LEAST_HEIGHT_FOR_MORE } from '../flamegraph/viewer/viewChoice';
import type { PanelOptions } from './panelOptions';

/** The flame graph is what the panel is for: it keeps at least two thirds. */
const LARGEST_SHARE = 1 / 3;

/** CSS pixels: in a lower timeline nothing could be read. */
const LEAST = 64;
/** CSS pixels between it and the flame graph. */
const GAP = 4;

/** CSS pixels that the timeline takes of a panel's `height`; 0 where it has no place. */
export function timelineHeight(options: PanelOptions, height: number, hasProfile: boolean): number {
  if (!hasProfile) {
    return height;
  }
  if (!options.showTimeline || height < LEAST_HEIGHT_FOR_MORE) {
    return 0;
  }
  const most = Math.min(options.timelineHeight, height * LARGEST_SHARE);
  const besideMore = height - LEAST_HEIGHT_FOR_MORE - GAP;
  return Math.round(besideMore >= LEAST ? Math.min(most, besideMore) : most);
}
