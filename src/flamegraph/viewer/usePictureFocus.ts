import { type FocusEvent, useEffect, useRef } from 'react';
import type { ElementRef } from '../view/elementRef';

export interface PictureFocus {
  /** Puts the keyboard on the picture, or on the viewer until there is one. */
  readonly focusPicture: () => void;
  /** To be called when a picture has come that had to be loaded first. */
  readonly onPicture: () => void;
  /** For the element that holds the viewer, which must be able to have the focus. */
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}

/**
 * Keeps the keyboard in a viewer whose picture, button or menu that had it goes away: another view by key, filters that
 * leave nothing. Without this the next key would mean nothing. Whoever left the viewer is left alone.
 */
export function usePictureFocus(root: ElementRef<HTMLElement>): PictureFocus {
  const hadFocus = useRef(false);
  const focusPicture = () => {
    const find = (role: string) => root.current?.querySelector<HTMLElement>(`[role="${role}"][tabindex]`);
    (find('tree') ?? find('treegrid') ?? find('grid') ?? root.current)?.focus({ preventScroll: true });
  };
  const onPicture = () => {
    const { activeElement, body } = document;
    if (hadFocus.current && (activeElement === body || activeElement === root.current)) {
      focusPicture();
    }
  };
  // React hears of no blur where an element with the focus is taken out of the page.
  useEffect(onPicture);
  return {
    focusPicture,
    onPicture,
    onFocus: () => {
      hadFocus.current = true;
    },
    onBlur: ({ relatedTarget }) => {
      hadFocus.current = relatedTarget instanceof Node && root.current?.contains(relatedTarget) === true;
    },
  };
}
