import type { SeriesColumns } from '../../pyroscope/questions';
import { settleLateUploads } from './lateUploads';

/** One value a step of 10; a dot is a step without an upload. */
function series(picture: string): SeriesColumns {
  const points = picture
    .trim()
    .split(/\s+/)
    .flatMap((value, i) => (value === '.' ? [] : [[i * 10, Number(value)] as const]));
  return {
    labels: [],
    timestamps: Float64Array.from(points, ([time]) => time),
    values: Float64Array.from(points, ([, value]) => value),
  };
}

function pictureOf({ timestamps, values }: SeriesColumns): string {
  const last = timestamps.at(-1) ?? 0;
  const byTime = new Map(Array.from(timestamps, (time, i) => [time, values[i]]));
  return Array.from({ length: last / 10 + 1 }, (_, i) => byTime.get(i * 10) ?? '.').join(' ');
}

const settled = (...pictures: string[]) => settleLateUploads(pictures.map(series), 10).map(pictureOf);

test.each([
  ['late', '4 4 . 8 4', '4 4 4 4 4'],
  ['early', '4 8 . 4 4', '4 4 4 4 4'],
  ['late twice', '4 . 8 4 . 8 4', '4 4 4 4 4 4 4'],
  ['a little later each time', '4 4 . 5 4', '4 4 4.5 5 4'],
  ['gone for longer', '4 4 . . 8 4', '4 4 . . 8 4'],
  ['regular', '4 9 2 4', '4 9 2 4'],
  ['first of all', '8 . 4', '4 4 4'],
])('uploads that are %s', (_, before, after) => {
  expect(settled(before)).toEqual([after]);
});

test('a step that is empty in one series but not in another is no late upload', () => {
  expect(settled('4 . 8 4', '1 1 1 1')).toEqual(['4 . 8 4', '1 1 1 1']);
});

test('series that were asked for together are late together', () => {
  expect(settled('4 . 8 4', '1 . 1 1')).toEqual(['4 4 4 4', '1 0.5 0.5 1']);
});

test('a series that is not there on either side of a hole stays away', () => {
  expect(settled('4 4 . 4 4', '1 . . . 1')[1]).toBe('1 . . . 1');
});
