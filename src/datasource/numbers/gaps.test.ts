import type { SeriesColumns } from '../../pyroscope/questions';
import { fillSteps } from './gaps';

function series(name: string, ...points: Array<[time: number, value: number]>): SeriesColumns {
  return {
    labels: [{ name: 'endpoint', value: name }],
    timestamps: Float64Array.from(points, ([time]) => time),
    values: Float64Array.from(points, ([, value]) => value),
  };
}

const pay = series('/pay', [10, 1], [30, 3]);
const cart = series('/cart', [10, 5], [20, 6], [30, 7]);

test('a series that is absent while others are there was zero, if its type adds up', () => {
  const [filled] = fillSteps([pay, cart], 10, 'zero among others');
  expect(Array.from(filled.timestamps)).toEqual([10, 20, 30]);
  expect(Array.from(filled.values)).toEqual([1, 0, 3]);
});

test('a snapshot that is absent is a gap', () => {
  const [filled] = fillSteps([pay, cart], 10, 'unknown');
  expect(Array.from(filled.values)).toEqual([1, NaN, 3]);
});

test('a stretch in which nobody is there is one gap, however long', () => {
  const [filled] = fillSteps([series('/pay', [10, 1], [90, 2])], 10, 'zero among others');
  expect(Array.from(filled.timestamps)).toEqual([10, 20, 90]);
  expect(Array.from(filled.values)).toEqual([1, NaN, 2]);
});

test('a stretch in which nothing happens is zero all along', () => {
  const [filled] = fillSteps([series('/pay', [10, 1], [50, 2])], 10, 'zero');
  expect(Array.from(filled.timestamps)).toEqual([10, 20, 30, 40, 50]);
  expect(Array.from(filled.values)).toEqual([1, 0, 0, 0, 2]);
});

test('no series, no steps', () => {
  expect(fillSteps([], 10, 'zero')).toEqual([]);
});
