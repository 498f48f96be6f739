/** Number of hues; each comes in `SHADES` shades, so that packages of one family look related and still differ. */
export const HUES = 12;
export const SHADES = 3;

/** Colour index of what has no package of its own: the root. Hue h in shade s is `1 + h * SHADES + s`. */
export const NEUTRAL = 0;

/** Colours of one theme, as CSS. Every text has a contrast of at least 4.5:1 on every fill that it is drawn on. */
export interface FlamePalette {
  /** Colour index -> fill. */
  readonly fills: readonly string[];
  /** Text on `fills`. */
  readonly text: string;
  /** Boxes that a search did not find, and text on them. */
  readonly missFill: string;
  readonly missText: string;
  /** Functions that the backend merged: two stripes, and text on both. */
  readonly truncatedFill: string;
  readonly truncatedStripe: string;
  readonly truncatedText: string;
  /** Runs of boxes too narrow to draw; hits of a search that are narrow or among them. */
  readonly sliver: string;
  readonly narrowHit: string;
  /** Outlines of the box under the pointer and of the current box. */
  readonly hoverOutline: string;
  readonly currentOutline: string;
}

/*
 * The fills are OKLCH at equal lightness: (0.76, 0.69, 0.83) dark and (0.82, 0.76, 0.88) light, in the hues 255, 145,
 * 60, 310, 195, 20, 95, 280, 165, 40, 345 and 225, with as much chroma up to 0.125 as sRGB holds.
 */
const DARK_FILLS = [
  '#7ab4fe #649ee7 #a2caff',
  '#7cc67f #66b069 #a3d7a3',
  '#eb9d5a #d38743 #f3ba8c',
  '#c99aec #b384d5 #d9b7f4',
  '#21c9ca #06b1b2 #7bdad9',
  '#f68f90 #de7a7b #fdb0af',
  '#cab049 #b49a2f #d9c783',
  '#a2a8ff #8d92e7 #bcc2ff',
  '#55ca9d #3bb388 #8edab9',
  '#f49473 #dc7f5e #fbb49b',
  '#e990c3 #d27aad #f2b0d5',
  '#41c1ed #1eabd5 #84d4f3',
];
const LIGHT_FILLS = [
  '#9cc7ff #7eb4f9 #bedafe',
  '#99d69a #81c583 #bbe4bc',
  '#f7b47d #e79f62 #fbcdaa',
  '#d9b1f7 #c79ce8 #e6cbfb',
  '#65d9d9 #3dc8c8 #a0e7e6',
  '#ffaaa9 #f19293 #fec8c7',
  '#d9c472 #c8b055 #e6d8a3',
  '#b8beff #a3a9f9 #cfd4fe',
  '#7edab3 #60c89f #ace7cc',
  '#ffad90 #ef9778 #ffcab7',
  '#f6a9d4 #e593c2 #fac6e2',
  '#72d3f7 #51c0e8 #a6e2fb',
];

const fills = (neutral: string, rows: readonly string[]) => [neutral, ...rows.flatMap((row) => row.split(' '))];

export const DARK_PALETTE: FlamePalette = {
  fills: fills('#9da5b8', DARK_FILLS),
  text: '#111217',
  missFill: '#2b2f37',
  missText: '#a9adb8',
  truncatedFill: '#3a3f4a',
  truncatedStripe: '#454b58',
  truncatedText: '#d8dae2',
  sliver: '#4a4f5c',
  narrowHit: '#f2cc0c',
  hoverOutline: '#ffffff',
  currentOutline: '#ffffff',
};

export const LIGHT_PALETTE: FlamePalette = {
  fills: fills('#c3c8d3', LIGHT_FILLS),
  text: '#1b1d23',
  missFill: '#eaebee',
  missText: '#5f6470',
  truncatedFill: '#dcdee3',
  truncatedStripe: '#cfd2d9',
  truncatedText: '#33373f',
  sliver: '#bfc3cc',
  narrowHit: '#c77c02',
  hoverOutline: '#24292e',
  currentOutline: '#24292e',
};
