/** CSS pixels between the pointer and the tooltip. */
const DISTANCE = 14;
/** The same between it and the window's edge, which it keeps off even where it has to lie before the pointer. */
const EDGE = 8;

/**
 * Puts the tooltip beside the pointer, on the side where the window has more room. It is moved by a transform, in parts
 * of its own size, so that nothing is measured or laid out at a movement.
 */
export function placeTooltip(element: HTMLElement, clientX: number, clientY: number): void {
  const isRight = clientX < window.innerWidth / 2;
  const isBelow = clientY < window.innerHeight * 0.6;
  const x = isRight
    ? `min(${clientX + DISTANCE}px, 100vw - 100% - ${EDGE}px)`
    : `max(${clientX - DISTANCE}px - 100%, ${EDGE}px)`;
  const y = isBelow
    ? `min(${clientY + DISTANCE}px, 100vh - 100% - ${EDGE}px)`
    : `max(${clientY - DISTANCE}px - 100%, ${EDGE}px)`;
  element.style.transform = `translate(${x}, ${y})`;
}
