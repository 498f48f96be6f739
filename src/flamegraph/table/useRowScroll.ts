import { useState, type RefObject } from 'react';
import { rowWindow, scrollTopFor, type RowWindow } from './rowWindow';

interface RowScroll {
  readonly window: RowWindow;
  readonly onScroll: () => void;
  readonly reveal: (row: number) => void;
  readonly toTop: () => void;
}

/** Which of `count` rows are drawn in an element that scrolls. `height`: CSS pixels that rows are seen through. */
export function useRowScroll(element: RefObject<HTMLElement | null>, count: number, height: number): RowScroll {
  const [scrollTop, setScrollTop] = useState(0);
  const window = rowWindow(scrollTop, height, count);
  const scrollTo = (top: number) => {
    if (element.current !== null) {
      element.current.scrollTop = top;
      setScrollTop(top);
    }
  };
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
    toTop: () => scrollTo(0),
  };
}
