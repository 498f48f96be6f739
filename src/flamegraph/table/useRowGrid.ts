import { useId, useRef } from 'react';
import type { ElementRef } from '../view/elementRef';
import { HEADER_ROW_HEIGHT, ROW_HEIGHT } from './rowWindow';
import { useRowScroll, type RowScroll } from './useRowScroll';

/** The rows of a grid as far as they are a matter of place: which are drawn, and how one is brought into sight. */
export interface RowGridPlaces extends RowScroll {
  readonly element: ElementRef<HTMLDivElement>;
  readonly count: number;
  /** How many rows can be seen at once. */
  readonly page: number;
  /** Of the element of a row. */
  readonly idOf: (row: number) => string;
}

/** `height`: CSS pixels of the grid, its header included. */
export function useRowGrid(count: number, height: number): RowGridPlaces {
  const id = useId();
  const element = useRef<HTMLDivElement>(null);
  const bodyHeight = Math.max(0, height - HEADER_ROW_HEIGHT);
  const scroll = useRowScroll(element, count, bodyHeight);
  return { ...scroll, element, count, page: Math.floor(bodyHeight / ROW_HEIGHT), idOf: (row) => `${id}-${row}` };
}
