import type { FlameStage } from './flameStage';
import type { GestureListeners } from './gestureListeners';

/** Milliseconds that a finger rests before it asks for the menu; CSS pixels that it may tremble meanwhile. */
const LONG_PRESS = 500;
const TREMBLE = 10;

/**
 * Two fingers zoom and pan, a finger moving sideways pans, one that rests asks for the menu. A finger that moves up or
 * down is left to the browser, which scrolls the graph, and the page where the graph ends (`touch-action: pan-y`).
 */
export function touchGestures(
  scroller: HTMLElement,
  stage: FlameStage,
  listeners: GestureListeners,
  signal: AbortSignal
): void {
  let pinch: { x: number; y: number; distance: number } | undefined;
  let finger: { x: number; y: number; startX: number; startY: number; isPan: boolean } | undefined;
  let press: ReturnType<typeof setTimeout> | undefined;
  let isSpent = false;

  function endPress() {
    clearTimeout(press);
    press = undefined;
  }

  function onStart(event: TouchEvent) {
    endPress();
    const [first, second] = event.touches;
    if (event.touches.length === 2) {
      event.preventDefault();
      finger = undefined;
      isSpent = true;
      pinch = pinchOf(first, second);
      return;
    }
    pinch = undefined;
    if (event.touches.length === 1) {
      isSpent = false;
      const { clientX: x, clientY: y } = first;
      finger = { x, y, startX: x, startY: y, isPan: false };
      press = setTimeout(() => {
        if (listeners.onMenu({ x, y })) {
          isSpent = true;
          finger = undefined;
        }
      }, LONG_PRESS);
    }
  }

  function onMove(event: TouchEvent) {
    const [first, second] = event.touches;
    if (pinch !== undefined && event.touches.length === 2) {
      event.preventDefault();
      const next = pinchOf(first, second);
      stage.zoom(next.distance / pinch.distance, next.x);
      stage.pan(pinch.x - next.x, pinch.y - next.y);
      pinch = next;
      listeners.onMove();
    } else if (finger !== undefined) {
      const { clientX: x, clientY: y } = first;
      if (Math.hypot(x - finger.startX, y - finger.startY) > TREMBLE) {
        endPress();
      }
      const isSideways = Math.abs(x - finger.startX) > Math.abs(y - finger.startY) + TREMBLE / 2;
      if (stage.isZoomed() && (finger.isPan || isSideways)) {
        event.preventDefault();
        stage.pan(finger.x - x, finger.isPan ? finger.y - y : 0);
        finger.isPan = true;
        isSpent = true;
        listeners.onMove();
      }
      finger.x = x;
      finger.y = y;
    }
  }

  function onEnd(event: TouchEvent) {
    endPress();
    pinch = undefined;
    finger = undefined;
    if (isSpent) {
      // Otherwise the browser makes a click of it.
      event.preventDefault();
    }
  }

  const options = { signal, passive: false };
  scroller.addEventListener('touchstart', onStart, options);
  scroller.addEventListener('touchmove', onMove, options);
  scroller.addEventListener('touchend', onEnd, options);
  scroller.addEventListener('touchcancel', onEnd, options);
  signal.addEventListener('abort', endPress);
}

function pinchOf(first: Touch, second: Touch) {
  return {
    x: (first.clientX + second.clientX) / 2,
    y: (first.clientY + second.clientY) / 2,
    distance: Math.max(1, Math.hypot(first.clientX - second.clientX, first.clientY - second.clientY)),
  };
}
