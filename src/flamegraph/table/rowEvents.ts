import type { MouseEvent } from 'react';

/** CSS pixels of the window. */
export interface MenuAt {
  readonly x: number;
  readonly y: number;
}

/** Opens the menu of a function. */
export type OpenMenu = (functionName: string, at: MenuAt) => void;

/** Position of the row that an event came from, by its `data-row`; undefined where it came from none. */
export function rowOfEvent(event: MouseEvent): number | undefined {
  const element = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-row]') : null;
  return element === null ? undefined : Number(element.dataset.row);
}

/** Whether what was clicked opens and closes its row. */
export function isToggle(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('[data-toggle]') !== null;
}

/**
 * Where a menu is to open, and of which row; the menu key asks the table as a whole, and means the row that the keyboard
 * is on: `row` is absent then. Undefined where there is no such row.
 */
export function menuRow(event: MouseEvent, currentId: string): (MenuAt & { readonly row?: number }) | undefined {
  const row = rowOfEvent(event);
  if (row !== undefined) {
    return { row, x: event.clientX, y: event.clientY };
  }
  const current = event.target === event.currentTarget ? document.getElementById(currentId) : null;
  if (current === null) {
    return undefined;
  }
  const { left, bottom } = current.getBoundingClientRect();
  return { x: left + 24, y: bottom };
}
