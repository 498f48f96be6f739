import { useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { rowWindow, scrollTopFor, type RowWindow } from './rowWindow';

export interface RowScroll {
  readonly window: RowWindow;
  readonly onScroll: () => void;
  /** Scrolls as little as shows the row. */
  readonly reveal: (row: number) => void;
  /** The same, but a row that was out of sight is shown with what is around it. */
  readonly revealAmid: (row: number) => void;
  readonly toTop: () => void;
}

/** Which of `count` rows are drawn in an element that scrolls. `height`: CSS pixels that rows are seen through. */
export function useRowScroll(element: RefObject<HTMLElement | null>, count: number, height: number): RowScroll {
  const [scrollTop, setScrollTop] = useState(0);
  const window = rowWindow(scrollTop, height, count);
  /** Where rows are scrolled to that are still to be drawn. */
  const beyond = useRef<number>(undefined);
  const scrollTo = (top: number) => {
    if (element.current !== null) {
      element.current.scrollTop = top;
      beyond.current = element.current.scrollTop < top ? top : undefined;
      setScrollTop(top);
    }
  };
  useLayoutEffect(() => {
    if (element.current !== null && beyond.current !== undefined) {
      element.current.scrollTop = beyond.current;
      beyond.current = undefined;
    }
  }, [element, count]);
  return {
    window,
    onScroll() {
      const top = element.current?.scrollTop ?? 0;
      const next = rowWindow(top, height, count);
      // Most scroll events move by less than a row.
      if (next.first !== window.first || next.end !== window.end) {
        setScrollTop(top);
      }
    },
    reveal: (row) => scrollTo(scrollTopFor(row, element.current?.scrollTop ?? 0, height)),
    revealAmid(row) {
      const top = element.current?.scrollTop ?? 0;
      const nearest = scrollTopFor(row, top, height);
      if (nearest !== top) {
        scrollTo(Math.max(0, nearest + (nearest < top ? -1 : 1) * Math.floor(height / 3)));
      }
    },
    toTop: () => scrollTo(0),
  };
}
