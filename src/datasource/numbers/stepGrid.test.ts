import { epochMs, milliseconds, type TimeSpan } from '../../base/units';
import { chooseStep, partialEnds, stepGrid } from './stepGrid';

const span = (from: number, to: number): TimeSpan => ({ from: epochMs(from), to: epochMs(to) });

test('steps cover a span that lies between their edges, and say that they reach beyond it', () => {
  expect(stepGrid(span(1_007, 1_985), milliseconds(100))).toEqual({
    step: 100,
    first: 1_100,
    last: 2_000,
    partialFirst: true,
    partialLast: true,
  });
});

test('a span that begins and ends at edges is covered exactly', () => {
  expect(stepGrid(span(1_000, 2_000), milliseconds(100))).toEqual({
    step: 100,
    first: 1_100,
    last: 2_000,
    partialFirst: false,
    partialLast: false,
  });
});

test('only a series that goes up to an end of the span has a partial step there', () => {
  const grid = stepGrid(span(1_007, 1_985), milliseconds(100));
  const ends = (first: number, last: number) => partialEnds(grid, Float64Array.of(first, last));
  expect(ends(1_100, 2_000)).toEqual({ partialFirst: true, partialLast: true });
  expect(ends(1_200, 1_900)).toEqual({ partialFirst: false, partialLast: false });
  expect(partialEnds(grid, new Float64Array())).toEqual({ partialFirst: false, partialLast: false });
});

test('a step longer than the span still covers it', () => {
  expect(stepGrid(span(1_000, 1_300), milliseconds(5_000))).toMatchObject({ first: 5_000, last: 5_000 });
  expect(stepGrid(span(4_900, 5_100), milliseconds(5_000))).toMatchObject({ first: 5_000, last: 10_000 });
});

test('a later refresh asks for the same steps', () => {
  const { first } = stepGrid(span(1_000, 2_000), milliseconds(150));
  const later = stepGrid(span(1_130, 2_130), milliseconds(150));
  expect((later.first - first) % 150).toBe(0);
});

test.each([
  // wanted, upload interval, step
  [1_000, 15_000, 15_000],
  [15_000, 15_000, 15_000],
  [16_000, 15_000, 30_000],
  [60_000, 15_000, 60_000],
  [20_000, 30_000, 30_000],
  [0, 10_000, 10_000],
])('a step of %d ms is widened for uploads every %d ms to %d ms', (wanted, interval, step) => {
  expect(chooseStep(milliseconds(wanted), milliseconds(interval))).toBe(step);
});
