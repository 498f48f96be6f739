import { create } from '@bufbuild/protobuf';
import { HeatmapSeriesSchema } from './gen/types/v1/types_pb';
import { readHeatmap } from './readHeatmap';

const read = (yMin: readonly number[], ...slots: number[][]) =>
  readHeatmap([
    create(HeatmapSeriesSchema, {
      slots: slots.map((counts, i) => ({ timestamp: BigInt(i), yMin: [...yMin], counts })),
    }),
  ]);

test('buckets that begin at the same whole number are one, or some would have no width', () => {
  const { bucketMins, series } = read([3, 3, 4, 4, 4, 5], [0, 1, 2, 0, 3, 4], [1, 0, 0, 0, 5, 0]);
  expect([...bucketMins]).toEqual([3, 4, 5]);
  expect([...series[0].counts]).toEqual([1, 5, 4, 1, 5, 0]);
});

test.each([
  [1_000_000, 1_050_000],
  [4, 5],
])('where all profiles have the value %d, there is something to see', (value, end) => {
  const { bucketMins, series } = read([value, value, value], [0, 0, 7]);
  expect([...bucketMins]).toEqual([value, end]);
  expect([...series[0].counts]).toEqual([7, 0]);
});

test('slots of other buckets than the first are no answer', () => {
  const odd = [
    { timestamp: 1n, yMin: [1, 2], counts: [1, 1] },
    { timestamp: 2n, yMin: [1, 3], counts: [1, 1] },
  ];
  expect(() => readHeatmap([create(HeatmapSeriesSchema, { slots: odd })])).toThrow(/do not fit together/);
});
