/** A style that is written is worked out again for all that inherits it, also when it was the same before. */
export function setVisible(element: HTMLElement, isVisible: boolean): void {
  const visibility = isVisible ? 'visible' : 'hidden';
  if (element.style.visibility !== visibility) {
    element.style.visibility = visibility;
  }
}
