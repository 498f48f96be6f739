import type { TimeSpan } from '../../base/units';
import { timeToX, valueToY, type PlotArea, type ValueRange } from './plotArea';
import { timeTicks, type TimeTickFormat } from './timeTicks';
import { valueTicks } from './valueTicks';

/** A label and the pixel on its axis at which it stands. */
export interface Tick {
  readonly at: number;
  readonly label: string;
}

/** A plot and its axes, in CSS pixels of the canvas: what a timeline and a heatmap have in common. */
export interface PlotFrame {
  readonly plot: PlotArea;
  /** x of vertical grid lines, and their labels below the plot. */
  readonly timeTicks: readonly Tick[];
  /** y of horizontal grid lines, and their labels left of the plot. */
  readonly valueTicks: readonly Tick[];
}

export interface TimelineFormats {
  readonly time: TimeTickFormat;
  /** A value with its unit; `decimals` tells neighbouring ticks apart. */
  readonly value: (value: number, decimals?: number) => string;
  /** 2 where round values are powers of two (bytes), else 10. */
  readonly valueBase: 2 | 10;
}

/** What a plot is laid out in. */
export interface PlotSpace {
  readonly span: TimeSpan;
  /** Of the canvas, in CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly formats: TimelineFormats;
  /** Text -> its width in CSS pixels, in the axes' font. */
  readonly measure: (text: string) => number;
}

/** Heights and gaps of Grafana's own axes, in CSS pixels. */
export const AXIS = { fontSize: 12, tickLength: 4, labelGap: 5 };
/** Below these sizes an axis takes more than it tells, and its labels go. */
const LEAST_HEIGHT_FOR_TIME_LABELS = 56;
const LEAST_WIDTH_FOR_VALUE_LABELS = 220;
/** Half of the highest value's label stands above the plot, half of the last time's label right of it. */
const TOP_PADDING = 8;
const RIGHT_PADDING = 18;
/** What a label may stick out of the canvas without losing a stroke of a letter. */
const OVERHANG = 1;
/** Up to this height value ticks stand closer together. */
const LOW_PLOT = 150;

/** Lays out a plot of these values. The axes take what their labels need, the plot the rest. */
export function plotFrame(values: ValueRange, { span, width, height, formats, measure }: PlotSpace): PlotFrame {
  const hasTimeLabels = height >= LEAST_HEIGHT_FOR_TIME_LABELS;
  const hasValueLabels = width >= LEAST_WIDTH_FOR_VALUE_LABELS;
  const bottom = hasTimeLabels ? AXIS.tickLength + AXIS.labelGap + AXIS.fontSize : 0;
  const plotHeight = Math.max(0, height - TOP_PADDING - bottom);

  const ticks = valueTicks(values, plotHeight, plotHeight > LOW_PLOT ? 30 : 20, formats.valueBase);
  const valueLabels = ticks.values.map((value) =>
    hasValueLabels ? formats.value(value, value === 0 ? undefined : ticks.decimals) : ''
  );
  const widest = Math.min(width * 0.4, Math.max(0, ...valueLabels.map(measure)));
  const left = hasValueLabels ? Math.ceil(widest) + AXIS.tickLength + AXIS.labelGap : 0;

  const plot: PlotArea = {
    left,
    top: TOP_PADDING,
    width: Math.max(0, width - left - (hasValueLabels ? RIGHT_PADDING : 0)),
    height: plotHeight,
    span,
    values,
  };
  return {
    plot,
    timeTicks: timeTicks(span, plot.width, formats.time, measure).map(({ time, label }) => {
      const at = timeToX(plot, time);
      const half = measure(label) / 2;
      const fits = at - half >= -OVERHANG && at + half <= width + OVERHANG;
      return { at, label: hasTimeLabels && fits ? label : '' };
    }),
    valueTicks: ticks.values.map((value, i) => ({ at: valueToY(plot, value), label: valueLabels[i] })),
  };
}
