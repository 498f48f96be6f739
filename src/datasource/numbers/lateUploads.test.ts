import fc from 'fast-check';
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

test('what is filled in is never more than what was there: no spike is made up', () => {
  const value = fc.option(fc.integer({ min: 1, max: 1000 }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(fc.array(value, { minLength: 3, maxLength: 12 }), { minLength: 1, maxLength: 3 }), (rows) => {
      const series = rows.map((row) => {
        const points = row.flatMap((each, at) => (each === undefined ? [] : [[at * 15_000, each] as const]));
        const timestamps = Float64Array.from(points, ([time]) => time);
        return { labels: [], timestamps, values: Float64Array.from(points, ([, each]) => each) };
      });
      settleLateUploads(series, 15_000).forEach(({ values }, at) => {
        expect(Math.max(0, ...values)).toBeLessThanOrEqual(Math.max(0, ...series[at].values));
      });
    })
  );
});
