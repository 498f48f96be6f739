import type { WindowPoint } from './flameStage';

/** What the movements by mouse, touchpad and touch tell the graph's owner. */
export interface GestureListeners {
  /** The picture is being moved: what was said of the box under the pointer no longer holds. */
  readonly onMove: () => void;
  /** Says whether there is a menu. */
  readonly onMenu: (at: WindowPoint) => boolean;
}
