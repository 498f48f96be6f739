import fc from 'fast-check';
import { epochMs, type TimeSpan } from '../../base/units';
import { brushGrip, snapSpan, spanBetween } from './brush';
import { timeToX, xToTime, type PlotArea } from './plotArea';
import type { TimelineSeries } from './timelineSeries';

const span = (from: number, to: number): TimeSpan => ({ from: epochMs(from), to: epochMs(to) });
const plot: PlotArea = { left: 50, top: 0, width: 1000, height: 80, span: span(0, 1000), values: { low: 0, high: 1 } };
const everyHundred: TimelineSeries = {
  name: 'cpu',
  colour: 'green',
  timestamps: Float64Array.of(0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000),
  values: new Float64Array(11),
  stepMs: 100,
  partialFirst: false,
  partialLast: false,
};

test('x and time are each other back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (time) => {
      expect(xToTime(plot, timeToX(plot, time))).toBeCloseTo(time, 6);
    })
  );
});

test('a pointer beside the plot means its edge', () => {
  expect(xToTime(plot, 10)).toBe(0);
  expect(xToTime(plot, 5000)).toBe(1000);
});

test('the edges of a selection can be taken hold of, also from a little beside', () => {
  const selection = span(200, 400);
  expect(brushGrip(plot, selection, 247)).toBe('from');
  expect(brushGrip(plot, selection, 453)).toBe('to');
  expect(brushGrip(plot, selection, 350)).toBe('plot');
  expect(brushGrip(plot, undefined, 250)).toBe('plot');
});

test('a span means the steps whose boundaries are nearest', () => {
  expect(snapSpan(span(180, 430), [everyHundred], plot.span)).toEqual(span(200, 400));
});

test('a span around one point means the step that the point stands for', () => {
  expect(snapSpan(span(480, 520), [everyHundred], plot.span)).toEqual(span(400, 500));
});

test('at either end of the plot a short span still means a whole step', () => {
  expect(snapSpan(span(0, 10), [everyHundred], plot.span)).toEqual(span(0, 100));
  expect(snapSpan(span(990, 1000), [everyHundred], plot.span)).toEqual(span(900, 1000));
});

test('steps that lie partly outside end at the plot', () => {
  expect(snapSpan(span(30, 440), [everyHundred], span(30, 440))).toEqual(span(30, 400));
});

test('the finest series says what a step is', () => {
  const coarse = { ...everyHundred, stepMs: 500, timestamps: Float64Array.of(0, 500, 1000) };
  expect(snapSpan(span(180, 430), [coarse, everyHundred], plot.span)).toEqual(span(200, 400));
});

test('without a step a span stays as it was drawn, in whole milliseconds', () => {
  expect(snapSpan(span(180.4, 430.6), [], plot.span)).toEqual(span(180, 431));
});

test('whatever is drawn, the span lies in the plot, is not empty, and is snapped for good', () => {
  const within = fc.double({ min: 0, max: 1000, noNaN: true });
  fc.assert(
    fc.property(within, within, (a, b) => {
      const snapped = snapSpan(spanBetween(a, b), [everyHundred], plot.span);
      expect(snapped.from).toBeLessThan(snapped.to);
      expect(snapped.from).toBeGreaterThanOrEqual(0);
      expect(snapped.to).toBeLessThanOrEqual(1000);
      expect(snapSpan(snapped, [everyHundred], plot.span)).toEqual(snapped);
    })
  );
});
