import { onCommonBuckets } from './commonBuckets';
import type { Heatmap } from './questions';

/** A heatmap of one series, a row of counts a slot. */
const heatmap = (mins: readonly number[], ...slots: number[][]): Heatmap => ({
  bucketMins: Float64Array.from(mins),
  series: [
    {
      labels: [],
      timestamps: Float64Array.from(slots, (_, i) => i),
      counts: Uint32Array.from(slots.flat()),
      exemplars: [],
    },
  ],
});
const countsOf = (each: Heatmap) => [...each.series[0].counts];

test('profiles of a bucket are spread over those that it covers, and none is lost', () => {
  const [wide, narrow] = onCommonBuckets([heatmap([0, 4, 8, 12], [4, 0, 0, 8], [1, 1, 1, 0]), heatmap([6, 8], [5, 7])]);
  expect([...wide.bucketMins]).toEqual([0, 4, 8, 12]);
  expect(countsOf(wide)).toEqual([4, 0, 0, 8, 1, 1, 1, 0]);
  expect(countsOf(narrow)).toEqual([0, 5, 7, 0]);
});

test('a part of larger values widens the buckets of all', () => {
  const [small, large] = onCommonBuckets([heatmap([0, 1, 2, 3], [3, 3, 3, 3]), heatmap([0, 10, 20, 30], [1, 2, 3, 4])]);
  expect([...small.bucketMins]).toEqual([0, 10, 20, 30]);
  expect(countsOf(small)).toEqual([12, 0, 0, 0]);
  expect(countsOf(large)).toEqual([1, 2, 3, 4]);
});

test('buckets that do not fit into each other keep the number of profiles of each slot', () => {
  const slots = [
    [1, 2, 3, 4, 5, 6, 7],
    [0, 0, 1, 0, 0, 0, 0],
    [9, 0, 0, 0, 0, 0, 1],
  ];
  const [first] = onCommonBuckets([heatmap([3, 4, 5, 6, 7, 8, 9], ...slots), heatmap([0, 1.7], [1, 1])]);
  const sums = slots.map((_, at) => countsOf(first).slice(at * 7, at * 7 + 7));
  expect(sums.map((counts) => counts.reduce((a, b) => a + b))).toEqual([28, 1, 10]);
});
