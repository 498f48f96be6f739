import type { MeasureText } from '../layout/fitLabel';

const ASCII = /^[\x20-\x7e]*$/;
/** Letters as different in width as a font makes them. */
const NARROW_AND_WIDE = ['i', 'W', '.'];
const MOST_WIDTHS = 20_000;

/**
 * Measures text in the context's font. In a monospaced font, which the labels have, ASCII is counted instead of
 * measured; the widths of all else are kept.
 */
export function createTextMeasure(context: Pick<CanvasRenderingContext2D, 'measureText'>): MeasureText {
  const [letter, ...others] = NARROW_AND_WIDE.map((c) => context.measureText(c).width);
  const isMonospaced = others.every((width) => Math.abs(width - letter) < 0.01);
  const widths = new Map<string, number>();
  return (text) => {
    if (isMonospaced && ASCII.test(text)) {
      return text.length * letter;
    }
    let width = widths.get(text);
    if (width === undefined) {
      width = context.measureText(text).width;
      if (widths.size >= MOST_WIDTHS) {
        widths.clear();
      }
      widths.set(text, width);
    }
    return width;
  };
}
