import { linePieces } from './linePieces';
import type { TimelineSeries } from './timelineSeries';

const series = (points: Record<number, number>, rest: Partial<TimelineSeries> = {}): TimelineSeries => ({
  name: 'cpu',
  colour: 'green',
  timestamps: Float64Array.from(Object.keys(points), Number),
  values: Float64Array.from(Object.values(points)),
  stepMs: 15,
  partialFirst: false,
  partialLast: false,
  ...rest,
});

/** "0-45" for a line, "45" for a dot, "~" before what is partial. */
const picture = (one: TimelineSeries) =>
  linePieces(one)
    .map(({ start, end, partial }) => {
      const from = one.timestamps[start];
      const to = one.timestamps[end - 1];
      return `${partial ? '~' : ''}${start === end - 1 ? from : `${from}-${to}`}`;
    })
    .join(' ');

test('points that are a step apart are one line, also when a timestamp is a little late', () => {
  expect(picture(series({ 0: 1, 15: 2, 31: 3, 45: 4 }))).toBe('0-45');
});

test('one missing point breaks the line', () => {
  expect(picture(series({ 0: 1, 15: 2, 45: 3, 60: 4 }))).toBe('0-15 45-60');
});

test('a missing value breaks the line as a missing point does', () => {
  expect(picture(series({ 0: 1, 15: 2, 30: NaN, 45: 3, 60: 4 }))).toBe('0-15 45-60');
});

test('a point without neighbours is a piece of its own', () => {
  expect(picture(series({ 0: 1, 60: 2, 120: 3, 135: 4 }))).toBe('0 60 120-135');
});

test('where the step is not told, the usual distance is the step', () => {
  expect(picture(series({ 0: 1, 10: 2, 20: 3, 50: 4, 60: 5 }, { stepMs: 0 }))).toBe('0-20 50-60');
});

test('partial ends are pieces of their own that meet the whole line', () => {
  expect(picture(series({ 0: 1, 15: 2, 30: 3, 45: 4 }, { partialFirst: true, partialLast: true }))).toBe(
    '~0-15 15-30 ~30-45'
  );
});

test('the point where two partial ends meet is no dot', () => {
  expect(picture(series({ 0: 1, 15: 2, 30: 3 }, { partialFirst: true, partialLast: true }))).toBe('~0-15 ~15-30');
});

test('a partial end that lies behind a gap does not colour the line before it', () => {
  expect(picture(series({ 0: 1, 15: 2, 30: 3, 90: 4 }, { partialLast: true }))).toBe('0-30 ~90');
});

test('series without points or without values have no pieces', () => {
  expect(picture(series({}))).toBe('');
  expect(picture(series({ 0: NaN, 15: Infinity }))).toBe('');
});
