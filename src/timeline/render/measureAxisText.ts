import { AXIS } from '../layout/plotFrame';

/** The CSS font of axis labels. */
export const axisFont = (fontFamily: string) => `${AXIS.fontSize}px ${fontFamily}`;

/** Average width of a digit in widths of the font's size: a guess for where nothing can be measured. */
const GUESSED_WIDTH = 0.58;

/**
 * Text -> its width in CSS pixels as an axis label. A guess where the browser gives no canvas. Widths are remembered, and
 * forgotten with the function: make a new one, with another `fontGeneration`, when fonts have come in.
 */
export function measureAxisText(fontFamily: string, _fontGeneration: number): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) {
      return known;
    }
    if (context === null) {
      return text.length * AXIS.fontSize * GUESSED_WIDTH;
    }
    context.font = axisFont(fontFamily);
    const { width } = context.measureText(text);
    widths.set(text, width);
    return width;
  };
}
