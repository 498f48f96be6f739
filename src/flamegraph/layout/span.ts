/** A part of the focus's width: 0 is its left edge and 1 its right one. Never beyond them, never empty. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export const WHOLE_SPAN: Span = { from: 0, to: 1 };

export function isWhole({ from, to }: Span): boolean {
  return from <= 0 && to >= 1;
}

/** The span of that width with its left edge there, or as near to it as the focus allows. */
function spanAt(from: number, width: number): Span {
  const fitting = Math.min(1, width);
  const start = Math.min(Math.max(0, from), 1 - fitting);
  return { from: start, to: start + fitting };
}

/**
 * What is seen after zooming in by a factor (out, below 1) while the place at `at` stays where it is. `at` is a part of
 * what is seen, 0 to 1. It goes no further in than to `narrowest`.
 */
export function zoomAround({ from, to }: Span, at: number, factor: number, narrowest: number): Span {
  const width = to - from;
  const zoomed = Math.min(1, Math.max(Math.min(narrowest, width), width / factor));
  return spanAt(from + (width - zoomed) * at, zoomed);
}

/** Moved to the right by a part of what is seen. */
export function panBy({ from, to }: Span, part: number): Span {
  const width = to - from;
  return spanAt(from + part * width, width);
}

/** Moved as little as it takes to see a box, or any of it where it is wider than what is seen. */
export function panTo({ from, to }: Span, box: Span): Span {
  const width = to - from;
  const isWider = box.to - box.from > width;
  const least = isWider ? box.from : box.to - width;
  const most = isWider ? box.to - width : box.from;
  return spanAt(Math.min(Math.max(from, least), most), width);
}

/** Moved so that its middle is there. */
export function centreOn({ from, to }: Span, middle: number): Span {
  return spanAt(middle - (to - from) / 2, to - from);
}
