import { useLayoutEffect, useRef, useState } from 'react';

/** The height of an element in CSS pixels, border included, known before the first paint. */
export function useOffsetHeight<E extends HTMLElement>() {
  const element = useRef<E>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const current = element.current;
    if (current === null) {
      return;
    }
    const read = () => setHeight(current.offsetHeight);
    read();
    const observer = new ResizeObserver(read);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return { element, height };
}
