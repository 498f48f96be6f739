import type { SeriesColumns } from '../../pyroscope/questions';
import { mergeSeries } from './mergeSeries';

function series(labels: Record<string, string>, ...points: Array<[time: number, value: number]>): SeriesColumns {
  return {
    labels: Object.entries(labels).map(([name, value]) => ({ name, value })),
    timestamps: Float64Array.from(points, ([time]) => time),
    values: Float64Array.from(points, ([, value]) => value),
  };
}

const split = [
  series({ region: 'eu', service_name: 'cart' }, [10, 1], [30, 3]),
  series({ service_name: 'pay', region: 'eu' }, [10, 10], [20, 20]),
  series({ region: 'us', service_name: 'pay' }, [10, 100]),
];

test('series are added up point by point, by the labels that are kept', () => {
  const merged = mergeSeries(split, ['region']);
  expect(merged.map(({ labels }) => labels)).toEqual([
    [{ name: 'region', value: 'us' }],
    [{ name: 'region', value: 'eu' }],
  ]);
  expect(Array.from(merged[1].timestamps)).toEqual([10, 20, 30]);
  expect(Array.from(merged[1].values)).toEqual([11, 20, 3]);
});

test('without labels there is one series', () => {
  const [total, ...others] = mergeSeries(split, []);
  expect(Array.from(total.values)).toEqual([111, 20, 3]);
  expect(others).toEqual([]);
});
