/** Milliseconds after which the graph may have been moved about on the page without anyone telling. */
const PLACE_HOLDS = 250;

/** Where an element is in the window, in CSS pixels. Asking the page may lay it out, so that is done now and then only. */
export interface WindowPlace {
  get(): { readonly left: number; readonly top: number };
  /** The next answer is asked of the page. */
  forget(): void;
}

export function createWindowPlace(element: HTMLElement): WindowPlace {
  let place: { readonly left: number; readonly top: number; readonly readAt: number } | undefined;
  return {
    get() {
      const now = performance.now();
      if (place === undefined || now - place.readAt > PLACE_HOLDS) {
        const { left, top } = element.getBoundingClientRect();
        place = { left, top, readAt: now };
      }
      return place;
    },
    forget() {
      place = undefined;
    },
  };
}
