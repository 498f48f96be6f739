import { type BoxBuffers, createBoxBuffers, pushBoxes } from '../layout/boxBuffers';
import { lowerBound } from '../layout/sortedColumn';
import { isSameViewport, type Viewport } from '../layout/viewport';
import { addRows } from '../layout/visibleBoxes';
import { ROW_HEIGHT, type StagePicture } from './flameStage';

type Seen = Pick<StagePicture, 'layout' | 'look' | 'height'>;

/** The boxes of what is seen. Only the rows that were not seen a moment ago are worked out: a scroll brings few. */
export interface BoxesInView {
  /** `top` is from the graph's upper edge to row 0, in CSS pixels. The buffers are filled again at the next call. */
  of(picture: Seen, part: Viewport, top: number): BoxBuffers;
}

interface Rows extends Pick<Seen, 'layout' | 'look'> {
  readonly part: Viewport;
  /** Both included. */
  readonly first: number;
  readonly last: number;
}

export function createBoxesInView(): BoxesInView {
  let boxes = createBoxBuffers();
  let spare = createBoxBuffers();
  let seen: Rows | undefined;

  function fill(rows: Rows) {
    const { layout, look, part, first, last } = rows;
    [boxes, spare] = [spare, boxes];
    boxes.count = 0;
    if (seen === undefined || !isSamePicture(seen, rows) || seen.last < first || seen.first > last) {
      addRows(layout, part, first, last, look, boxes);
    } else {
      const from = Math.max(first, seen.first);
      const to = Math.min(last, seen.last);
      const positionOf = (row: number) => lowerBound(spare.row, row, 0, spare.count);
      addRows(layout, part, first, from - 1, look, boxes);
      pushBoxes(boxes, spare, positionOf(from), positionOf(to + 1));
      addRows(layout, part, to + 1, last, look, boxes);
    }
    seen = rows;
  }

  return {
    of({ layout, look, height }, part, top) {
      const first = Math.floor(-top / ROW_HEIGHT);
      const last = Math.floor((height - 1 - top) / ROW_HEIGHT);
      const rows = { layout, look, part, first, last };
      if (seen === undefined || !isSamePicture(seen, rows) || seen.first !== first || seen.last !== last) {
        fill(rows);
      }
      return boxes;
    },
  };
}

function isSamePicture(a: Rows, b: Rows): boolean {
  return a.layout === b.layout && a.look === b.look && isSameViewport(a.part, b.part);
}
