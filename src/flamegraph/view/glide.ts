import type { TreeLayout } from '../layout/treeLayout';
import type { Viewport } from '../layout/viewport';
import { viewportBetween } from '../layout/viewportBetween';

/** Milliseconds: two frames of a screen with 60 a second. The eye sees which way it goes, and nobody waits for it. */
const DURATION = 30;
/** Milliseconds on the way at the first frame, however long after the user's act that is drawn. */
const FIRST_STEP = 16;

/** The way from one picture to the next, for those whose system allows motion. */
export interface Glide {
  /** Begins at a picture; ends at once without one, or where motion is not wanted. */
  start(from: Viewport | undefined): void;
  isOn(): boolean;
  /** What is to be drawn at present on the way to `end`, which is where it is over. */
  towards(layout: TreeLayout, end: Viewport): Viewport;
}

export function createGlide(): Glide {
  const motion = window.matchMedia('(prefers-reduced-motion: no-preference)');
  let way: { readonly start: Viewport; startTime?: number } | undefined;
  return {
    start(from) {
      way = from !== undefined && motion.matches ? { start: from } : undefined;
    },
    isOn: () => way !== undefined,
    towards(layout, end) {
      if (way === undefined) {
        return end;
      }
      const now = performance.now();
      way.startTime ??= now - FIRST_STEP;
      const part = Math.min(1, (now - way.startTime) / DURATION);
      const present = viewportBetween(layout, way.start, end, 1 - (1 - part) ** 2);
      way = part < 1 ? way : undefined;
      return present;
    },
  };
}
