import { type BoxBuffers, createBoxBuffers } from '../layout/boxBuffers';
import type { Viewport } from '../layout/viewport';
import { visibleBoxes } from '../layout/visibleBoxes';
import { ROW_HEIGHT, type StagePicture } from './flameStage';

type Seen = Pick<StagePicture, 'layout' | 'look' | 'height'>;

/** The boxes of what is seen, worked out again only where something of it is another. */
export interface BoxesInView {
  /** `top` is from the graph's upper edge to row 0, in CSS pixels. The same buffers at every call. */
  of(picture: Seen, part: Viewport, top: number): BoxBuffers;
}

export function createBoxesInView(): BoxesInView {
  const boxes = createBoxBuffers();
  let last: (Seen & { readonly part: Viewport; readonly top: number }) | undefined;
  return {
    of({ layout, look, height }, part, top) {
      const isSame =
        last !== undefined &&
        last.layout === layout &&
        last.look === look &&
        last.height === height &&
        last.top === top &&
        isSameViewport(last.part, part);
      if (!isSame) {
        const firstRow = Math.floor(-top / ROW_HEIGHT);
        const lastRow = Math.floor((height - 1 - top) / ROW_HEIGHT);
        visibleBoxes(layout, part, firstRow, lastRow, look, boxes);
        last = { layout, look, height, part, top };
      }
      return boxes;
    },
  };
}

function isSameViewport(a: Viewport, b: Viewport): boolean {
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.width === b.width &&
    a.rows === b.rows &&
    a.focus === b.focus &&
    a.orientation === b.orientation
  );
}
