import { epochMs } from '../../base/units';
import { annotationsAt, placeAnnotations, type TimelineAnnotation } from './annotationPlaces';
import type { PlotArea } from './plotArea';

/** A pixel is ten milliseconds. */
const plot: PlotArea = {
  left: 50,
  top: 0,
  width: 100,
  height: 80,
  span: { from: epochMs(1000), to: epochMs(2000) },
  values: { low: 0, high: 1 },
};
const deploy: TimelineAnnotation = { time: 1500, text: 'deploy' };
const throttled: TimelineAnnotation = { time: 500, timeEnd: 1200, text: 'throttled' };

test('moments and stretches stand at their time, and what sticks out is cut off', () => {
  expect(placeAnnotations([deploy, throttled], plot)).toEqual([
    { annotation: throttled, left: 50, right: 70, beginsInside: false, endsInside: true },
    { annotation: deploy, left: 100, right: 100, beginsInside: true, endsInside: true },
  ]);
});

test('what happened before or after the range is not drawn', () => {
  const before = { time: 100, timeEnd: 999, text: 'before' };
  expect(placeAnnotations([before, { time: 2001, text: 'after' }], plot)).toEqual([]);
});

test('a pointer finds a moment without hitting its pixel, and a stretch from edge to edge', () => {
  const places = placeAnnotations([deploy, throttled], plot);
  const texts = (x: number) => annotationsAt(places, x).map(({ text }) => text);
  expect(texts(97)).toEqual(['deploy']);
  expect(texts(60)).toEqual(['throttled']);
  expect(texts(85)).toEqual([]);
});
