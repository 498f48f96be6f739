/** CSS pixels: in a narrower viewer details lie over the picture. */
const ROOM_FOR_DETAILS = 860;
const DETAILS_WIDTH = 380;
/** Of the height, where details lie over the picture. */
const DETAILS_SHARE = 0.6;

export interface ViewerLayout {
  /** CSS pixels of the picture. */
  readonly width: number;
  readonly height: number;
  /** Of the details; absent: they are closed. `over`: on top of the picture's lower part. */
  readonly details?: { readonly place: 'beside' | 'over'; readonly width: number; readonly height: number };
}

/** How picture and details share what is left of a viewer below its chrome. All in CSS pixels. */
export function viewerLayout(width: number, height: number, chromeHeight: number, hasDetails: boolean): ViewerLayout {
  const rest = Math.max(0, height - chromeHeight);
  if (!hasDetails) {
    return { width, height: rest };
  }
  return width >= ROOM_FOR_DETAILS
    ? {
        width: width - DETAILS_WIDTH,
        height: rest,
        details: { place: 'beside', width: DETAILS_WIDTH, height: rest },
      }
    : { width, height: rest, details: { place: 'over', width, height: Math.round(rest * DETAILS_SHARE) } };
}
