import type { Span } from '../layout/span';
import { createMapDrawing, type FlameMapPicture, isSameGround } from '../render/drawMap';
import { setVisible } from './setVisible';

export interface FlameMapElements {
  /** As large as the map. Gets the pointer. */
  readonly area: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  /** The part that is seen. */
  readonly frame: HTMLElement;
}

/**
 * The whole picture, small, with a frame around what is seen that can be dragged. `across` maps the width, `down` the
 * depth. Drawn once for a picture and not for a frame, and after that picture: nobody waits for a map.
 */
export interface FlameMap {
  show(picture: FlameMapPicture): void;
  /** Hidden where all is seen. */
  place(seen: Span): void;
  dispose(): void;
}

/** CSS pixels of the shortest frame that can be grabbed. */
const SHORTEST = 8;
/** Milliseconds, a frame and a little: the picture itself comes first. */
const AFTER_FRAME = 20;
/** Milliseconds: a picture that is moving to another place is mapped on the way, and its map is there when it arrives. */
const REST = 25;
/** Milliseconds of drawing between two looks at what the user does. */
const SLICE = 6;

export function createFlameMap(
  elements: FlameMapElements,
  axis: 'across' | 'down',
  onMove: (middle: number) => void
): FlameMap {
  const { area, canvas, frame } = elements;
  const drawMap = createMapDrawing();
  let picture: FlameMapPicture | undefined;
  let isDrawn = false;
  let hasBegun = false;
  let seen: Span = { from: 0, to: 1 };
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** From the pointer to the middle of the frame, while that is dragged. */
  let grip: number | undefined;

  function length(): number {
    return picture === undefined ? 0 : axis === 'across' ? picture.viewport.width : picture.height;
  }

  function drawLater(wait: number) {
    timer ??= setTimeout(draw, wait);
  }

  function draw() {
    timer = undefined;
    // Without a width where nothing is laid out: in tests, and in a panel that is not shown.
    if (picture !== undefined && isNeeded() && area.clientWidth > 0) {
      hasBegun = true;
      go(drawMap(canvas, picture, window.devicePixelRatio || 1));
    }
  }

  /** A slice of the work at a time, so that nobody waits for a map; another picture ends it. */
  function go(steps: Generator<void>) {
    const end = performance.now() + SLICE;
    do {
      if (steps.next().done === true) {
        isDrawn = true;
        return;
      }
    } while (performance.now() < end);
    timer = setTimeout(() => {
      timer = undefined;
      go(steps);
    });
  }

  function isNeeded(): boolean {
    return seen.from > 0 || seen.to < 1;
  }

  function placeFrame() {
    setVisible(area, isNeeded());
    const size = Math.max(SHORTEST, (seen.to - seen.from) * length());
    const start = Math.min(seen.from * length(), length() - size);
    frame.style.transform = axis === 'across' ? `translateX(${start}px)` : `translateY(${start}px)`;
    frame.style[axis === 'across' ? 'width' : 'height'] = `${size}px`;
  }

  function partAt(event: PointerEvent): number {
    const { left, top } = area.getBoundingClientRect();
    return (axis === 'across' ? event.clientX - left : event.clientY - top) / Math.max(1, length());
  }

  function onDown(event: PointerEvent) {
    if (event.button !== 0) {
      return;
    }
    const at = partAt(event);
    const isInFrame = at >= seen.from && at <= seen.to;
    grip = isInFrame ? (seen.from + seen.to) / 2 - at : 0;
    area.setPointerCapture(event.pointerId);
    event.preventDefault();
    onMove(at + grip);
  }

  function onDrag(event: PointerEvent) {
    if (grip !== undefined) {
      onMove(partAt(event) + grip);
    }
  }

  function onUp() {
    grip = undefined;
  }

  area.addEventListener('pointerdown', onDown);
  area.addEventListener('pointermove', onDrag);
  area.addEventListener('pointerup', onUp);
  area.addEventListener('pointercancel', onUp);

  return {
    show(next) {
      const isSame =
        picture !== undefined &&
        picture.layout === next.layout &&
        picture.look === next.look &&
        picture.palette === next.palette &&
        picture.height === next.height &&
        picture.viewport.focus === next.viewport.focus &&
        picture.viewport.width === next.viewport.width &&
        picture.viewport.orientation === next.viewport.orientation;
      const isElsewhere = picture !== undefined && picture.viewport.focus !== next.viewport.focus;
      // Hits cost little, and belong to the picture that marks them.
      const areHitsNew = picture !== undefined && isSameGround(picture, next);
      picture = next;
      if (!isSame) {
        isDrawn = false;
        clearTimeout(timer);
        timer = undefined;
        drawLater(areHitsNew ? 0 : isElsewhere ? REST : AFTER_FRAME);
        placeFrame();
      }
    },
    place(part) {
      seen = part;
      placeFrame();
      if (isDrawn || !isNeeded()) {
        return;
      }
      if (hasBegun) {
        drawLater(AFTER_FRAME);
      } else {
        // A map that is small comes with the very first picture, and not a frame after it.
        clearTimeout(timer);
        draw();
      }
    },
    dispose() {
      clearTimeout(timer);
      area.removeEventListener('pointerdown', onDown);
      area.removeEventListener('pointermove', onDrag);
      area.removeEventListener('pointerup', onUp);
      area.removeEventListener('pointercancel', onUp);
      canvas.width = 0;
      canvas.height = 0;
    },
  };
}
