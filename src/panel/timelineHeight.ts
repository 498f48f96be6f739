import { LEAST_HEIGHT_FOR_MORE } from '../flamegraph/viewer/viewChoice';
import { defaultPanelOptions, type PanelOptions } from './panelOptions';

/** The flame graph is what the panel is for: it keeps at least two thirds. */
const LARGEST_SHARE = 1 / 3;

/** CSS pixels: in a lower timeline nothing could be read. */
const LEAST = 64;
/** CSS pixels between it and the flame graph. */
const GAP = 4;

/** CSS pixels: in a lower panel one series needs no more than `SINGLE`, unless the user chose a height. */
const LOW = 480;
const SINGLE = 88;

interface Drawn {
  /** Besides what is drawn over time. */
  readonly hasProfile: boolean;
  /** That is one series, which is called what the panel or its tab is called: it needs no legend. */
  readonly isSingle?: boolean;
}

/** CSS pixels that the timeline takes of a panel's `height`; 0 where it has no place. */
export function timelineHeight(options: PanelOptions, height: number, { hasProfile, isSingle = false }: Drawn): number {
  if (!hasProfile) {
    return height;
  }
  if (!options.showTimeline || height < LEAST_HEIGHT_FOR_MORE) {
    return 0;
  }
  const isOwnChoice = options.timelineHeight !== defaultPanelOptions.timelineHeight;
  const wanted = isSingle && height < LOW && !isOwnChoice ? SINGLE : options.timelineHeight;
  const most = Math.min(wanted, height * LARGEST_SHARE);
  const besideMore = height - LEAST_HEIGHT_FOR_MORE - GAP;
  return Math.round(besideMore >= LEAST ? Math.min(most, besideMore) : most);
}
