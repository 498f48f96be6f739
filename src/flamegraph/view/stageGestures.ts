import type { FlameStage } from './flameStage';
import type { GestureListeners } from './gestureListeners';
import { touchGestures } from './touchGestures';

/** CSS pixels that a pressed pointer may tremble without dragging. */
const TREMBLE = 4;
/** Lines and pages of wheels that do not count in pixels. */
const LINE = 16;
const PAGE = 400;
/** Zoom for one pixel of wheel: a notch, 100 or 120, is about a third. Pinches on a touchpad come as small ones. */
const WHEEL_ZOOM = 0.0025;
const PINCH_ZOOM = 0.01;
const LARGEST_PINCH = 10;

/**
 * Free movement by mouse, touchpad and touch: Ctrl or Cmd with the wheel, or a pinch, zooms around the pointer; Shift
 * with the wheel, or a wheel sideways, pans; a pressed pointer drags; a double click shows the whole width. What does
 * not move the graph is left to the page. Returns what takes all of this off again.
 */
export function listenForGestures(scroller: HTMLElement, stage: FlameStage, listeners: GestureListeners): () => void {
  const ended = new AbortController();
  const options = { signal: ended.signal };
  let press: { readonly pointer: number; x: number; y: number; isDrag: boolean } | undefined;
  let isClickSpent = false;

  function onWheel(event: WheelEvent) {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : event.deltaMode === 0 ? 1 : PAGE;
    const { clientX, shiftKey } = event;
    if (event.ctrlKey || event.metaKey) {
      const delta = event.deltaY * unit;
      const speed = Math.abs(delta) <= LARGEST_PINCH ? PINCH_ZOOM : WHEEL_ZOOM;
      stage.zoom(Math.exp(-delta * speed), clientX);
    } else {
      const sideways = (shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX) * unit;
      const isSideways = shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!isSideways || !stage.isZoomed()) {
        return;
      }
      stage.pan(sideways, 0);
    }
    event.preventDefault();
    listeners.onMove();
  }

  function onPointerDown(event: PointerEvent) {
    isClickSpent = false;
    // Without a width where nothing is laid out, as in tests.
    const isOnScrollBar = scroller.clientWidth > 0 && event.offsetX >= scroller.clientWidth;
    if (event.pointerType === 'mouse' && event.button === 0 && !event.ctrlKey && !isOnScrollBar) {
      press = { pointer: event.pointerId, x: event.clientX, y: event.clientY, isDrag: false };
    }
  }

  function onPointerMove(event: PointerEvent) {
    if (press === undefined || event.pointerId !== press.pointer) {
      return;
    }
    const right = press.x - event.clientX;
    const down = press.y - event.clientY;
    if (!press.isDrag) {
      if (Math.hypot(right, down) <= TREMBLE || !(stage.isZoomed() || stage.canScroll())) {
        return;
      }
      press.isDrag = true;
      scroller.setPointerCapture(event.pointerId);
      scroller.dataset.dragging = '';
    }
    stage.pan(right, down);
    press.x = event.clientX;
    press.y = event.clientY;
    listeners.onMove();
  }

  function onPointerEnd(event: PointerEvent) {
    if (press?.pointer === event.pointerId) {
      isClickSpent = press.isDrag;
      press = undefined;
      delete scroller.dataset.dragging;
    }
  }

  /** The click that ends a drag means nothing. */
  function onClick(event: MouseEvent) {
    if (isClickSpent) {
      isClickSpent = false;
      event.stopPropagation();
    }
  }

  /** While the picture is dragged nothing is pointed at. */
  function onMouseMove(event: MouseEvent) {
    if (press?.isDrag) {
      event.stopPropagation();
    }
  }

  // Not passive: a zoom must not also zoom the page.
  scroller.addEventListener('wheel', onWheel, { ...options, passive: false });
  scroller.addEventListener('pointerdown', onPointerDown, options);
  scroller.addEventListener('pointermove', onPointerMove, options);
  scroller.addEventListener('pointerup', onPointerEnd, options);
  scroller.addEventListener('pointercancel', onPointerEnd, options);
  scroller.addEventListener('click', onClick, { ...options, capture: true });
  scroller.addEventListener('mousemove', onMouseMove, { ...options, capture: true });
  scroller.addEventListener('dblclick', () => stage.reset(), options);
  touchGestures(scroller, stage, listeners, ended.signal);
  return () => ended.abort();
}
