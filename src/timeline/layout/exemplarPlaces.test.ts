import { epochMs } from '../../base/units';
import { exemplarAt, exemplarsOfStep, placeExemplars, type TimelineExemplar } from './exemplarPlaces';
import type { PlotArea } from './plotArea';

const plot: PlotArea = {
  left: 0,
  top: 0,
  width: 100,
  height: 100,
  span: { from: epochMs(0), to: epochMs(100) },
  values: { low: 0, high: 100 },
};
const exemplar = (time: number, value: number): TimelineExemplar => ({ time, value, labels: [] });

test('a pointer finds the nearest mark in reach', () => {
  const places = placeExemplars([exemplar(-5, 50), exemplar(20, 50), exemplar(26, 50)], plot);
  const found = (x: number, y: number) => {
    const mark = exemplarAt(places, { x, y });
    return mark < 0 ? undefined : places.index[mark];
  };
  expect(found(22, 52)).toBe(1);
  expect(found(24, 48)).toBe(2);
  expect(found(50, 50)).toBeUndefined();
});

test('marks on the same spot are drawn once, and all of them can be pointed at', () => {
  const many = Array.from({ length: 5000 }, (_, i) => exemplar(i % 100, 50));
  const places = placeExemplars(many, plot);
  expect(places.x).toHaveLength(5000);
  expect(places.drawn.length).toBeLessThanOrEqual(100);
});

test('among marks that are everywhere a pointer must aim, so that what lies between them can be read', () => {
  const few = placeExemplars([exemplar(50, 50)], plot);
  const many = placeExemplars(
    Array.from({ length: 25 }, (_, i) => exemplar(i * 4, 50)),
    plot
  );
  expect([few.isCrowded, many.isCrowded]).toEqual([false, true]);
  expect(exemplarAt(few, { x: 50, y: 56 })).toBe(0);
  expect(exemplarAt(many, { x: 48, y: 56 })).toBe(-1);
  expect(exemplarAt(many, { x: 48, y: 52 })).toBe(12);
});

test('the exemplars of a step are those since the end of the one before, the largest first', () => {
  const all = [exemplar(10, 1), exemplar(11, 2), exemplar(20, 3), exemplar(21, 4)];
  expect(exemplarsOfStep(all, 20, 10).map(({ value }) => value)).toEqual([3, 2]);
});
