/** Number of hues; each comes in `SHADES` shades, so that packages of one family look related and still differ. */
export const HUES = 12;
export const SHADES = 3;

/** Colour index of what has no package of its own: the root. Hue h in shade s is `1 + h * SHADES + s`. */
export const NEUTRAL = 0;

/** Colour indices of a scale from little to much, in `VALUE_STEPS` steps. */
export const FIRST_VALUE = 1 + HUES * SHADES;
export const VALUE_STEPS = 7;

/** Colour index of what did not change; n steps below it is what has less, above it what has more. */
export const UNCHANGED = FIRST_VALUE + VALUE_STEPS + 6;
export const DIFF_STEPS = 6;
/** Colour indices of what only the baseline has, and of what it does not have. */
export const GONE = UNCHANGED + DIFF_STEPS + 1;
export const NEW = GONE + 1;
const COLOURS = NEW + 1;

/** A pattern upon a fill: what differs by more than its colour. */
export interface FillMark {
  readonly shape: 'stripes' | 'dots';
  readonly colour: string;
}

/** Colours of one theme, as CSS. Every text has a contrast of at least 4.5:1 on every fill that it is drawn on. */
export interface FlamePalette {
  /** Colour index -> fill. */
  readonly fills: readonly string[];
  /** Colour index -> what is drawn upon the fill, for the few colours that have such a mark. */
  readonly marks: ReadonlyMap<number, FillMark>;
  /** Text on `fills` and their marks, and the line that marks boxes of the chosen function. */
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

/*
 * Little to much: grey to red by way of yellow, lightness 0.64 to 0.78 dark and 0.93 to 0.72 light. Less to more: blue
 * (hue 252) to orange (hue 62), which every kind of colour blindness leaves apart, by way of a grey as light as both.
 */
const DARK_VALUES = '#8d8d80 #9b946e #af9761 #c69856 #de9751 #f69456 #fe9975';
const LIGHT_VALUES = '#e9e9da #e8ddb5 #eacd96 #eebb7b #f2a865 #f59356 #f67d51';
const DARK_CHANGES =
  '#4a9cf1 #5a9de6 #679edb #739fd0 #7ea0c5 #89a0ba #9a9fa6 #b99d86 #c79f7c #d6a070 #e4a164 #f2a154 #fea246';
const LIGHT_CHANGES =
  '#4e9ff5 #65a9f3 #7ab2f1 #8ebbee #a2c4eb #b6cde8 #d1d4da #e6c9b0 #ebc09c #efb787 #f3ae71 #f6a558 #f99b39';

function fills(neutral: string, ...rows: readonly string[]): readonly string[] {
  const all = [neutral, ...rows.flatMap((row) => row.split(' '))];
  if (all.length !== COLOURS) {
    throw new Error(`a palette has ${COLOURS} fills and not ${all.length}`);
  }
  return all;
}

export const DARK_PALETTE: FlamePalette = {
  fills: fills('#9da5b8', ...DARK_FILLS, DARK_VALUES, DARK_CHANGES, '#4c94ec', '#ffa65e'),
  marks: new Map([
    [GONE, { shape: 'stripes', colour: '#6aa9ed' }],
    [NEW, { shape: 'dots', colour: '#ffc98f' }],
  ]),
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
  fills: fills('#c3c8d3', ...LIGHT_FILLS, LIGHT_VALUES, LIGHT_CHANGES, '#4f97ef', '#fb8d34'),
  marks: new Map([
    [GONE, { shape: 'stripes', colour: '#8dc1fb' }],
    [NEW, { shape: 'dots', colour: '#feb263' }],
  ]),
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
