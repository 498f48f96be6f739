import type { TimeSpan } from '../../base/units';

/** A rectangle in CSS pixels, y downwards, in the coordinates of the timeline's canvas. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Lowest and highest value of an axis; `low` is below `high`. */
export interface ValueRange {
  readonly low: number;
  readonly high: number;
}

/** Where lines are drawn, and which time and value each of its pixels stands for. Both scales are linear. */
export interface PlotArea extends Rect {
  readonly span: TimeSpan;
  readonly values: ValueRange;
}

type TimeAxis = Pick<PlotArea, 'left' | 'width' | 'span'>;

/** Milliseconds since the epoch -> x in CSS pixels; also outside of the plot. An empty span puts all at its left edge. */
export function timeToX({ left, width, span }: TimeAxis, time: number): number {
  const length = span.to - span.from;
  return length > 0 ? left + ((time - span.from) / length) * width : left;
}

/** x in CSS pixels -> milliseconds since the epoch, kept within the span. */
export function xToTime({ left, width, span }: TimeAxis, x: number): number {
  const share = width > 0 ? (x - left) / width : 0;
  return span.from + Math.min(1, Math.max(0, share)) * (span.to - span.from);
}

/** Value -> y in CSS pixels; the low end of the range lies at the bottom. */
export function valueToY({ top, height, values }: Pick<PlotArea, 'top' | 'height' | 'values'>, value: number): number {
  return top + height * (1 - (value - values.low) / (values.high - values.low));
}

/** y in CSS pixels -> value; also outside of the plot. An empty plot puts all at its low end. */
export function yToValue({ top, height, values }: Pick<PlotArea, 'top' | 'height' | 'values'>, y: number): number {
  return height > 0 ? values.low + (1 - (y - top) / height) * (values.high - values.low) : values.low;
}
