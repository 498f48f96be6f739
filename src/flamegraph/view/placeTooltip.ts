/** CSS pixels between the pointer and the tooltip. */
const DISTANCE = 14;

/**
 * Puts the tooltip beside the pointer, on the side where the window has more room. It is moved by a transform, in parts
 * of its own size, so that nothing is measured or laid out at a movement.
 */
export function placeTooltip(element: HTMLElement, clientX: number, clientY: number): void {
  const isRight = clientX < window.innerWidth / 2;
  const isBelow = clientY < window.innerHeight * 0.6;
  const x = isRight ? `${clientX + DISTANCE}px` : `calc(${clientX - DISTANCE}px - 100%)`;
  const y = isBelow ? `${clientY + DISTANCE}px` : `calc(${clientY - DISTANCE}px - 100%)`;
  element.style.transform = `translate(${x}, ${y})`;
}
